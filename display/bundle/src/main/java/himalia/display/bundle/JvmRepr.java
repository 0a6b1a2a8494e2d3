package himalia.display.bundle;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Libraries that show their values through jvm-repr, the interface that kernels for the JVM once agreed on; by
 * reflection, because it comes with those libraries and not with us.
 */
final class JvmRepr {
    /** Where only our jars are on the class path, none holds it; looking for it would open every one. */
    static final JvmRepr NONE = new JvmRepr(null);

    private final @Nullable Method display;

    private JvmRepr(@Nullable Method display) {
        this.display = display;
    }

    /** Looks for jvm-repr on the class path, on which are jars of the user's. */
    static JvmRepr find() {
        try {
            var displayers =
                    Class.forName("jupyter.Displayers", true, ClassLoader.getSystemClassLoader());
            return new JvmRepr(displayers.getMethod("display", Object.class));
        } catch (ReflectiveOperationException | LinkageError e) {
            return NONE;
        }
    }

    boolean isThere() {
        return display != null;
    }

    /** Returns what jvm-repr makes of a value, nothing where it knows no more of it than its text. */
    Optional<MimeBundle> bundle(Object value) {
        if (display == null) {
            return Optional.empty();
        }
        try {
            return display.invoke(null, value) instanceof Map<?, ?> data && data.size() > 1
                    ? Optional.of(bundle(value, data))
                    : Optional.empty();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            return Optional.empty();
        }
    }

    private static MimeBundle bundle(Object value, Map<?, ?> data) {
        var text = data.get(MimeBundle.PLAIN);
        var bundle = MimeBundle.plain(text == null ? PlainText.of(value) : text.toString());
        for (var each : data.entrySet()) {
            if (!MimeBundle.PLAIN.equals(each.getKey()) && each.getValue() != null) {
                bundle = bundle.with(each.getKey().toString(), each.getValue());
            }
        }
        return bundle;
    }
}
