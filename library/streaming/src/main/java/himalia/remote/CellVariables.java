package himalia.remote;

import himalia.display.bundle.Given;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Map;

/**
 * Gives the variables of a cell the values that they had in the notebook, in a task on another machine. The classes that travel
 * call it as they are initialised; nobody else does.
 *
 * <pre>{@code
 * CellVariables.restore(Shop.class);   // what a class that travels begins with
 * }</pre>
 */
public final class CellVariables {
    private CellVariables() {}

    /** Returns where a class's values lie. */
    static String place(String internalName) {
        return internalName + ".variables";
    }

    /** Sets the variables of a class. */
    public static void restore(Class<?> type) {
        var place = place(Given.given(type, "type").getName().replace('.', '/'));
        try (var in = type.getClassLoader().getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("the job came without the values of " + type);
            }
            for (var each : read(in, type.getClassLoader()).entrySet()) {
                var field = type.getDeclaredField(String.valueOf(each.getKey()));
                field.setAccessible(true);
                field.set(null, each.getValue());
            }
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException("the values of " + type + " cannot be read", e);
        }
    }

    private static Map<?, ?> read(InputStream in, ClassLoader classes)
            throws IOException, ClassNotFoundException {
        try (var objects = new OfLoader(in, classes)) {
            return (Map<?, ?>) objects.readObject();
        }
    }

    /** Reads objects of classes that the job brought. */
    private static final class OfLoader extends ObjectInputStream {
        private final ClassLoader classes;

        OfLoader(InputStream in, ClassLoader classes) throws IOException {
            super(in);
            this.classes = classes;
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass described)
                throws IOException, ClassNotFoundException {
            try {
                return Class.forName(described.getName(), false, classes);
            } catch (ClassNotFoundException e) {
                // Primitive types have no loader.
                return super.resolveClass(described);
            }
        }
    }
}
