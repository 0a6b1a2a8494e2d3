package himalia.kernel.debugger;

import com.sun.jdi.Value;
import himalia.kernel.expression.FrameExpression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An expression with what it is given.
 *
 * @param values of its variables, in their order
 */
record GivenExpression(FrameExpression expression, List<@Nullable Value> values) {
    /** Returns the same with one more variable. */
    GivenExpression with(String name, String type, Value value) {
        var more = new LinkedHashMap<>(expression.variables());
        more.put(name, type);
        var all = new ArrayList<>(values);
        all.add(value);
        var changed =
                new FrameExpression(
                        expression.code(),
                        expression.target(),
                        expression.typeParameters(),
                        more,
                        expression.fields(),
                        expression.methods(),
                        expression.selves());
        return new GivenExpression(changed, all);
    }
}
