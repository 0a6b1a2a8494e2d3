package himalia.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Constants of a graph: numbers as the bytes that the file holds, or texts. */
record OnnxTensor(OnnxType type, List<Long> shape, byte[] numbers, List<String> texts) {
    OnnxTensor {
        shape = List.copyOf(shape);
        texts = List.copyOf(texts);
    }

    static OnnxTensor of(List<Long> shape, double... values) {
        var bytes = buffer(values.length * Double.BYTES);
        for (double value : values) {
            bytes.putDouble(value);
        }
        return new OnnxTensor(OnnxType.NUMBER, shape, bytes.array(), List.of());
    }

    static OnnxTensor of(List<Long> shape, float... values) {
        var bytes = buffer(values.length * Float.BYTES);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return new OnnxTensor(OnnxType.FLOAT, shape, bytes.array(), List.of());
    }

    static OnnxTensor of(List<Long> shape, long... values) {
        var bytes = buffer(values.length * Long.BYTES);
        for (long value : values) {
            bytes.putLong(value);
        }
        return new OnnxTensor(OnnxType.INTEGER, shape, bytes.array(), List.of());
    }

    static OnnxTensor of(List<Long> shape, List<String> values) {
        return new OnnxTensor(OnnxType.TEXT, shape, new byte[0], values);
    }

    /** Whether it is one double that is another number than a float, and that one where it is rounded to floats. */
    boolean isRoundedTo(float number) {
        if (type != OnnxType.NUMBER || numbers.length != Double.BYTES) {
            return false;
        }
        double value = ByteBuffer.wrap(numbers).order(ByteOrder.LITTLE_ENDIAN).getDouble();
        return value != number && (float) value == number;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
