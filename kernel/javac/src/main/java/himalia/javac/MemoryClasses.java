package himalia.javac;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaFileObject;

/** Class files in memory, as a file manager gives them to a compiler. */
public final class MemoryClasses {
    private MemoryClasses() {}

    /** Returns the files; {@code classes} is binary name to bytes. */
    public static List<JavaFileObject> of(Map<String, byte[]> classes) {
        var files = new ArrayList<JavaFileObject>();
        classes.forEach((name, bytes) -> files.add(ClassFile.of(name, bytes)));
        return files;
    }

    /** Returns the binary name of a file that {@link #of} made, nothing for others. */
    public static Optional<String> binaryName(JavaFileObject file) {
        return file instanceof ClassFile ours ? Optional.of(ours.binaryName()) : Optional.empty();
    }
}
