package himalia.onnx;

import java.util.List;
import java.util.Map;

/**
 * One operator with what it reads and gives.
 *
 * @param name what a reader's message names it by
 * @param domain where the operator is defined; empty for ONNX's own
 * @param attributes a Long, Double or String each, an array of long, double or float, texts, or a tensor
 */
record OnnxNode(
        String name,
        String domain,
        String operator,
        List<String> inputs,
        List<String> outputs,
        Map<String, Object> attributes) {
    OnnxNode {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = Map.copyOf(attributes);
    }
}
