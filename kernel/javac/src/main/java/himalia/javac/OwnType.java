package himalia.javac;

import com.sun.source.util.JavacTask;
import com.sun.tools.javac.api.BasicJavacTask;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import javax.lang.model.type.TypeMirror;

/**
 * The type of a variable of which only the value is written. An expression of {@code Class<? extends String>} is of one of
 * these, which has no name; the variable is of all of them.
 */
final class OwnType {
    private OwnType() {}

    /** Returns it for a value of a type, the same where the JVM does not open the compiler to us. */
    static TypeMirror of(JavacTask task, TypeMirror type) {
        try {
            return of(Types.instance(((BasicJavacTask) task).getContext()), (Type) type);
        } catch (IllegalAccessError closed) {
            return type;
        }
    }

    private static Type of(Types types, Type type) {
        return types.upward(type, types.captures(type));
    }
}
