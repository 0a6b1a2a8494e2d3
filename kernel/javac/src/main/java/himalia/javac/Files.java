package himalia.javac;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The class path, one package whose classes are in memory, and what is compiled. */
final class Files extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final String memoryPackage;
    private final JdkPackages jdk;
    private Map<String, byte[]> visible = Map.of();
    private Map<String, byte[]> compiled = new LinkedHashMap<>();

    Files(StandardJavaFileManager disk, JdkPackages jdk, String memoryPackage) {
        super(disk);
        this.jdk = jdk;
        this.memoryPackage = memoryPackage;
    }

    /** Says which classes of the package the next source may name; forgets what was compiled before. */
    void begin(Map<String, byte[]> classes) {
        visible = classes;
        compiled = new LinkedHashMap<>();
    }

    Map<String, byte[]> compiled() {
        return compiled;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        if (location == StandardLocation.CLASS_PATH && isJava(packageName)) {
            // No JVM takes such a class from there; to look for it opens every jar.
            return List.of();
        }
        if (!recurse && kinds.contains(JavaFileObject.Kind.CLASS)) {
            var known = jdk.list(location, packageName);
            if (known.isPresent()) {
                return known.get();
            }
        }
        if (!packageName.equals(memoryPackage)) {
            return super.list(location, packageName, kinds, recurse);
        }
        return location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)
                ? MemoryClasses.of(visible)
                : List.of();
    }

    private static boolean isJava(String packageName) {
        return packageName.equals("java") || packageName.startsWith("java.");
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        if (file instanceof JdkClass ofJdk) {
            return ofJdk.binaryName();
        }
        return MemoryClasses.binaryName(file)
                .orElseGet(() -> super.inferBinaryName(location, file));
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.toUri().equals(other.toUri());
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        return ClassFile.to(className, bytes -> compiled.put(className, bytes));
    }
}
