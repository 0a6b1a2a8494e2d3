package himalia.kernel.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An expression, and what its names mean where a program stands; what is not told here means what it means in a cell.
 *
 * @param code as it was written; statements too
 * @param target the type that its value must have, as source; empty where any will do
 * @param typeParameters of the place, as source with their bounds
 * @param variables what it is given: name to type, as source, in order
 * @param fields names of fields to what stands before their dot: a variable or a class
 * @param methods names of methods to the same
 * @param selves {@code this}, or the simple name of the class that {@code Outer.this} names, to the variable that holds it
 */
public record FrameExpression(
        String code,
        String target,
        List<String> typeParameters,
        Map<String, String> variables,
        Map<String, String> fields,
        Map<String, String> methods,
        Map<String, String> selves) {
    public FrameExpression {
        typeParameters = List.copyOf(typeParameters);
        variables = new LinkedHashMap<>(variables);
        fields = Map.copyOf(fields);
        methods = Map.copyOf(methods);
        selves = Map.copyOf(selves);
    }
}
