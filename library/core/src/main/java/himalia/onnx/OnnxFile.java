package himalia.onnx;

import java.util.List;
import java.util.Map;

/** A graph as the bytes of an ONNX file; the numbers of fields are those of {@code onnx.proto}. */
final class OnnxFile {
    /** What readers of 2022 know. */
    private static final int FORMAT = 8;

    private static final int OPERATORS = 17;

    /** The first version with operators on texts. */
    private static final int OPERATORS_OF_TEXTS = 20;

    private static final List<String> OF_TEXTS = List.of("StringConcat", "RegexFullMatch");
    private static final int ML_OPERATORS = 3;

    private OnnxFile() {}

    static byte[] bytes(
            List<OnnxNode> nodes,
            Map<String, OnnxTensor> constants,
            List<OnnxValue> inputs,
            Map<String, OnnxValue> outputs,
            Map<String, String> notes) {
        var graph = new ProtoBytes();
        nodes.forEach(node -> graph.message(1, node(node)));
        graph.text(2, "himalia");
        constants.forEach((name, tensor) -> graph.message(5, tensor(tensor).text(8, name)));
        inputs.forEach(input -> graph.message(11, info(input.name(), input.type(), 1)));
        outputs.forEach(
                (name, value) -> graph.message(12, info(name, value.type(), value.width())));

        var model = new ProtoBytes().number(1, FORMAT).text(2, "himalia").message(7, graph);
        boolean hasTexts = nodes.stream().anyMatch(node -> OF_TEXTS.contains(node.operator()));
        model.message(8, domain("", hasTexts ? OPERATORS_OF_TEXTS : OPERATORS));
        if (uses(nodes, OnnxOperator.ML)) {
            model.message(8, domain(OnnxOperator.ML, ML_OPERATORS));
        }
        if (uses(nodes, OnnxOperator.RUNTIME)) {
            model.message(8, domain(OnnxOperator.RUNTIME, 1));
        }
        notes.forEach(
                (key, value) -> model.message(14, new ProtoBytes().text(1, key).text(2, value)));
        return model.array();
    }

    private static boolean uses(List<OnnxNode> nodes, String domain) {
        return nodes.stream().anyMatch(node -> node.domain().equals(domain));
    }

    private static ProtoBytes domain(String name, int version) {
        return new ProtoBytes().text(1, name).number(2, version);
    }

    private static ProtoBytes node(OnnxNode node) {
        var bytes = new ProtoBytes();
        node.inputs().forEach(input -> bytes.text(1, input));
        node.outputs().forEach(output -> bytes.text(2, output));
        bytes.text(3, node.name()).text(4, node.operator());
        node.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> bytes.message(5, attribute(each.getKey(), each.getValue())));
        return bytes.text(7, node.domain());
    }

    private static ProtoBytes attribute(String name, Object value) {
        var bytes = new ProtoBytes().text(1, name);
        if (value instanceof Double number) {
            return bytes.real(2, number.floatValue()).number(20, 1);
        }
        if (value instanceof Long number) {
            return bytes.number(3, number).number(20, 2);
        }
        if (value instanceof String text) {
            return bytes.text(4, text).number(20, 3);
        }
        if (value instanceof double[] numbers) {
            var tensor = OnnxTensor.of(List.of((long) numbers.length), numbers);
            return bytes.message(5, tensor(tensor).text(8, name)).number(20, 4);
        }
        if (value instanceof float[] numbers) {
            for (float number : numbers) {
                bytes.real(7, number);
            }
            return bytes.number(20, 6);
        }
        if (value instanceof long[] numbers) {
            for (long number : numbers) {
                bytes.number(8, number);
            }
            return bytes.number(20, 7);
        }
        if (value instanceof List<?> texts) {
            texts.forEach(text -> bytes.text(9, String.valueOf(text)));
            return bytes.number(20, 8);
        }
        throw new IllegalArgumentException(
                "attribute %s is a %s, which no ONNX file holds"
                        .formatted(name, value.getClass().getSimpleName()));
    }

    private static ProtoBytes tensor(OnnxTensor tensor) {
        var bytes = new ProtoBytes();
        tensor.shape().forEach(length -> bytes.number(1, length));
        bytes.number(2, tensor.type().code());
        if (tensor.type() == OnnxType.TEXT) {
            tensor.texts().forEach(text -> bytes.text(6, text));
            return bytes;
        }
        return bytes.bytes(9, tensor.numbers());
    }

    /** Any number of rows. */
    private static ProtoBytes info(String name, OnnxType type, int width) {
        var shape =
                new ProtoBytes()
                        .message(1, new ProtoBytes().text(2, "rows"))
                        .message(1, new ProtoBytes().number(1, width));
        var tensor = new ProtoBytes().number(1, type.code()).message(2, shape);
        return new ProtoBytes().text(1, name).message(2, new ProtoBytes().message(1, tensor));
    }
}
