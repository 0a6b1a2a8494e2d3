package himalia.onnx;

import static himalia.display.bundle.Given.given;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An operator with its attributes, before it reads anything.
 *
 * <pre>{@code
 * new OnnxOperator("ArgMax").with("axis", 1L)
 * new OnnxOperator("LabelEncoder").in(OnnxOperator.ML).with("default_int64", 0L)
 * }</pre>
 *
 * @param domain where it is defined; empty for ONNX's own
 * @param name its name there
 * @param attributes by name: a Long, Double (which a file holds as a float) or String, an array of long, double (held as a tensor), or float, or a list of texts
 */
public record OnnxOperator(String domain, String name, Map<String, Object> attributes) {
    /** The domain of what is not about tensors alone: trees, and levels. */
    public static final String ML = "ai.onnx.ml";

    /** The domain of what ONNX Runtime has besides. */
    public static final String RUNTIME = "com.microsoft";

    public OnnxOperator {
        given(domain, "domain");
        given(name, "name");
        attributes = Map.copyOf(given(attributes, "attributes"));
    }

    /** Makes one of ONNX's own, without attributes. */
    public OnnxOperator(String name) {
        this("", name, Map.of());
    }

    /** Returns the operator of that name in another domain. */
    public OnnxOperator in(String other) {
        return new OnnxOperator(other, name, attributes);
    }

    /** Returns the same with one attribute more. */
    public OnnxOperator with(String attribute, Object value) {
        var more = new LinkedHashMap<>(attributes);
        more.put(given(attribute, "attribute"), given(value, "value"));
        return new OnnxOperator(domain, name, more);
    }
}
