package himalia.worker;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Appends jars to the application's own class loader, so that services, serialisation and pool threads see them. The
 * method is the one behind {@code Instrumentation.appendToSystemClassLoaderSearch}; calling it needs {@code --add-opens
 * java.base/jdk.internal.loader=ALL-UNNAMED} and spares the start of an agent.
 */
final class ClassPath {
    private ClassPath() {}

    /** Appends jars that come while cells run: what looked for services before hears of theirs. */
    static void append(List<String> jars) {
        join(jars);
        AddedServices.announce(jars, ClassLoader.getSystemClassLoader());
    }

    /** Appends jars before anything has looked for something in them. */
    static void join(List<String> jars) {
        if (jars.isEmpty()) {
            return;
        }
        var loader = ClassLoader.getSystemClassLoader();
        try {
            var append = method(loader.getClass());
            for (var jar : jars) {
                append.invoke(loader, jar);
            }
            // Libraries that start other JVMs read it.
            var all = System.getProperty("java.class.path") + File.pathSeparator;
            System.setProperty("java.class.path", all + String.join(File.pathSeparator, jars));
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot append to the class path: " + e, e);
        }
    }

    private static Method method(Class<?> loader) {
        try {
            var method =
                    loader.getDeclaredMethod("appendToClassPathForInstrumentation", String.class);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("this JDK's class loader cannot take more jars", e);
        }
    }
}
