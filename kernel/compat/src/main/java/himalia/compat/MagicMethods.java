package himalia.compat;

import himalia.magics.spi.MagicException;
import himalia.magics.spi.OwnMagics;
import io.github.spencerpark.jupyter.kernel.magic.registry.CellMagic;
import io.github.spencerpark.jupyter.kernel.magic.registry.LineMagic;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Methods that annotations make magics: of no parameters, of the words, or of the words and the body. */
public final class MagicMethods {
    private MagicMethods() {}

    /** Registers the marked methods of a class; they are called on {@code instance}, or on one made when it is needed. */
    public static void register(Class<?> type, @Nullable Object instance) {
        for (var method : type.getDeclaredMethods()) {
            var line = method.getAnnotation(LineMagic.class);
            var cell = method.getAnnotation(CellMagic.class);
            if (line == null && cell == null) {
                continue;
            }
            boolean isStatic = Modifier.isStatic(method.getModifiers());
            var target = isStatic ? null : instance == null ? made(type) : instance;
            method.setAccessible(true);
            if (line != null) {
                for (var name : names(line.value(), line.aliases(), method)) {
                    OwnMagics.line(name, words -> call(method, target, words, ""));
                }
            }
            if (cell != null) {
                for (var name : names(cell.value(), cell.aliases(), method)) {
                    OwnMagics.cell(name, (words, body) -> call(method, target, words, body));
                }
            }
        }
    }

    private static List<String> names(String name, String[] aliases, Method method) {
        var names = new ArrayList<String>();
        names.add(name.isEmpty() ? method.getName() : name);
        names.addAll(List.of(aliases));
        return names;
    }

    private static Object made(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new MagicException(
                    type.getName()
                            + " has magics but no constructor without parameters; register an instance of it",
                    e);
        }
    }

    private static @Nullable Object call(
            Method method, @Nullable Object target, List<String> words, String body)
            throws Exception {
        var parameters = method.getParameterTypes();
        var arguments = new Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = parameters[i] == String.class ? body : words;
        }
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
