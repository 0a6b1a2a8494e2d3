package himalia.kernel.expression;

import java.util.List;
import java.util.Map;

/**
 * An expression as a class with one static method, whose parameters are the variables it is given.
 *
 * @param className the class
 * @param files its class files: binary name to bytes
 * @param type the static type of its value, as source; {@code void} where it has none
 * @param assigned the variables it assigns; then the method gives an array: the value, and what those hold afterwards
 */
public record CompiledExpression(
        String className, Map<String, byte[]> files, String type, List<String> assigned) {
    /** The method; it gives the value as an object. */
    public static final String METHOD = "value$";

    /** A static field that keeps what the method gave last, for as long as somebody may look at it. */
    public static final String RESULT = "result$";

    public CompiledExpression {
        files = Map.copyOf(files);
        assigned = List.copyOf(assigned);
    }
}
