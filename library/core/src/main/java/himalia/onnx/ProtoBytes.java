package himalia.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A message of protocol buffers, field by field: a tag, then a number, or a length and bytes. */
final class ProtoBytes {
    private static final int NUMBER = 0;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ProtoBytes number(int field, long value) {
        tag(field, NUMBER);
        varint(value);
        return this;
    }

    ProtoBytes real(int field, float value) {
        tag(field, FOUR_BYTES);
        four(value);
        return this;
    }

    ProtoBytes bytes(int field, byte[] value) {
        tag(field, BYTES);
        varint(value.length);
        bytes.writeBytes(value);
        return this;
    }

    ProtoBytes text(int field, String value) {
        return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    ProtoBytes message(int field, ProtoBytes value) {
        return bytes(field, value.array());
    }

    byte[] array() {
        return bytes.toByteArray();
    }

    private void tag(int field, int form) {
        varint((long) field << 3 | form);
    }

    private void four(float value) {
        int bits = Float.floatToIntBits(value);
        for (int shift = 0; shift < Float.SIZE; shift += 8) {
            bytes.write(bits >>> shift);
        }
    }

    /** Seven bits a byte, the lowest first; the eighth says that more come. */
    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }
}
