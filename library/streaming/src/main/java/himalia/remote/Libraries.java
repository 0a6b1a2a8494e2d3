package himalia.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/** Finds the jars that code comes to, from class to class. The JDK and Flink itself are on the other side already. */
final class Libraries {
    /** Whose classes Flink takes from itself, whatever a job brings. */
    private static final Pattern THERE =
            Pattern.compile(
                    "(java|javax|jdk|sun|com/sun|scala|org/slf4j|org/apache/log4j|org/apache/logging|ch/qos/logback|com/esotericsoftware|org/jspecify)/.*");

    /** Jars that every cluster of Flink's has; connectors beside these are brought. */
    private static final Pattern FLINK =
            Pattern.compile(
                    "flink-(?!connector-|table-|statebackend-|state-|cep|sql-).*|flink-connector-(datagen|files|base)-.*");

    /** A byte of a class file's pool of constants: an entry that names a class. */
    private static final int CLASS_ENTRY = 7;

    private static final int MOST = 100;
    private static final Map<Question, Set<Path>> KNOWN = new ConcurrentHashMap<>();

    private final Set<String> seen = new HashSet<>();
    private final Set<Path> places = new LinkedHashSet<>();
    private final ClassLoader classes = Libraries.class.getClassLoader();

    private Libraries() {}

    /** Returns jars, and folders of classes. */
    static Set<Path> of(Collection<String> names) {
        // What is on the class path may grow.
        var question = new Question(Set.copyOf(names), System.getProperty("java.class.path"));
        if (KNOWN.size() > MOST) {
            KNOWN.clear();
        }
        return KNOWN.computeIfAbsent(
                question,
                asked -> {
                    var found = new Libraries();
                    found.follow(asked.names());
                    return found.places;
                });
    }

    /** What was asked for once costs a second or two, where it leads far. */
    private record Question(Set<String> names, String classPath) {}

    private void follow(Collection<String> names) {
        var waiting = new ArrayDeque<>(names);
        while (!waiting.isEmpty()) {
            var name = waiting.remove();
            if (THERE.matcher(name).matches() || CellClass.isOfCell(name) || !seen.add(name)) {
                continue;
            }
            var url = classes.getResource(name + ".class");
            if (url == null) {
                // Named for when it is there.
                continue;
            }
            var place = place(url, name);
            if (place == null) {
                continue;
            }
            places.add(place);
            waiting.addAll(named(url));
        }
    }

    private static @Nullable Path place(URL url, String name) {
        try {
            if (url.getProtocol().equals("jar")) {
                var jar = ((JarURLConnection) url.openConnection()).getJarFileURL();
                var path = Path.of(jar.toURI());
                boolean isThere =
                        name.startsWith("org/apache/flink/")
                                && FLINK.matcher(String.valueOf(path.getFileName())).matches();
                return isThere ? null : path;
            }
            if (!url.getProtocol().equals("file")) {
                return null;
            }
            var file = url.toURI().toString();
            return Path.of(
                    URI.create(file.substring(0, file.length() - (name + ".class").length())));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("no place of " + url, e);
        }
    }

    private static Set<String> named(URL url) {
        var names = new LinkedHashSet<String>();
        try (InputStream in = url.openStream()) {
            var reader = new ClassReader(in);
            var buffer = new char[reader.getMaxStringLength()];
            for (int i = 1; i < reader.getItemCount(); i++) {
                int at = reader.getItem(i);
                if (at > 0 && reader.readByte(at - 1) == CLASS_ENTRY) {
                    add(reader.readUTF8(at, buffer), names);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + url, e);
        }
        return names;
    }

    private static void add(String name, Set<String> names) {
        var element = name.replaceFirst("^\\[+", "");
        if (element.length() == name.length()) {
            names.add(name);
        } else if (element.startsWith("L")) {
            names.add(element.substring(1, element.length() - 1));
        }
    }
}
