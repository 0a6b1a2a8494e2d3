package himalia.javac;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Which classes the {@code java} packages of {@code java.base} have, from a list that was written when Himalia was installed. To ask
 * the JDK makes a path and a file of each, which costs the first cell twenty milliseconds.
 *
 * <p>The first line of the list tells of which image of a JDK these are: its bytes, and when it was written, in milliseconds. Each
 * other one is a package and the simple names of its classes, but for those without a name; the last one is {@code end}.
 */
final class JdkPackages {
    private static final String MODULE = StandardLocation.SYSTEM_MODULES.getName() + "[java.base]";

    private final String list;

    private JdkPackages(String list) {
        this.list = list;
    }

    /** Returns those of nothing: the JDK is asked for all. */
    static JdkPackages unknown() {
        return new JdkPackages("");
    }

    /** Reads the list that the system property {@code himalia.jdk.packages} names. Without one, or one of this JDK, the JDK is asked for all. */
    static JdkPackages ofThisProcess() {
        var file = System.getProperty("himalia.jdk.packages");
        try {
            var list = file == null ? "" : Files.readString(Path.of(file));
            var image = Path.of(System.getProperty("java.home"), "lib", "modules");
            boolean whole = list.startsWith(imageLine(image)) && list.endsWith("\nend\n");
            return new JdkPackages(whole ? list : "");
        } catch (IOException e) {
            return unknown();
        }
    }

    private static String imageLine(Path image) throws IOException {
        var read = Files.readAttributes(image, BasicFileAttributes.class);
        return read.size() + " " + read.lastModifiedTime().toMillis() + "\n";
    }

    /** Returns the classes of a package, nothing where the JDK must be asked. */
    Optional<List<JavaFileObject>> list(Location location, String packageName) {
        if (!location.getName().equals(MODULE)) {
            return Optional.empty();
        }
        int line = list.indexOf("\n" + packageName + " ");
        if (line < 0) {
            return Optional.empty();
        }
        var files = new ArrayList<JavaFileObject>();
        int end = list.indexOf('\n', line + 1);
        int from = line + packageName.length() + 2;
        while (from < end) {
            int blank = list.indexOf(' ', from);
            int to = blank < 0 || blank > end ? end : blank;
            files.add(new JdkClass(packageName + "." + list.substring(from, to)));
            from = to + 1;
        }
        return Optional.of(files);
    }
}
