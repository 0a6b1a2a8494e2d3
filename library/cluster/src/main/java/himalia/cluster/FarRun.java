package himalia.cluster;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Calls on the other machine, among the libraries that were sent there; named by {@link FarTask}, in a text. */
final class FarRun {
    private FarRun() {}

    /**
     * How a call went.
     *
     * @param value what it gave
     * @param thrown what it threw instead
     */
    record Outcome(@Nullable Object value, @Nullable Throwable thrown) implements Serializable {
        private static final long serialVersionUID = 1;
    }

    /** Reads a call, does it, and writes its outcome. */
    static byte[] run(byte[] call, ClassLoader classes) throws IOException {
        Outcome outcome;
        try {
            outcome = new Outcome(((FarCall<?>) read(call, classes)).call(), null);
        } catch (Exception | Error e) {
            outcome = new Outcome(null, e);
        }
        try {
            return write(outcome);
        } catch (IOException e) {
            var thrown = outcome.thrown();
            return write(
                    new Outcome(
                            null,
                            thrown == null
                                    ? new IllegalArgumentException(
                                            "what the call gave cannot be sent back: "
                                                    + e.getMessage()
                                                    + " is not Serializable; have it give a number, a text or a list of these")
                                    : new IllegalStateException(thrown.toString())));
        }
    }

    /** Lets go of the drivers of databases that libraries registered: nobody but their own code may. */
    static void release(ClassLoader libraries) throws SQLException {
        for (var driver : DriverManager.drivers().toList()) {
            if (driver.getClass().getClassLoader() == libraries) {
                DriverManager.deregisterDriver(driver);
            }
        }
    }

    static byte[] write(Object object) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(out)) {
            objects.writeObject(object);
        }
        return out.toByteArray();
    }

    static Object read(byte[] bytes, ClassLoader classes)
            throws IOException, ClassNotFoundException {
        try (var objects =
                new ObjectInputStream(new ByteArrayInputStream(bytes)) {
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
                }) {
            return objects.readObject();
        }
    }
}
