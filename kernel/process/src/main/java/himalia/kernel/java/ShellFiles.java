package himalia.kernel.java;

import himalia.javac.MemoryClasses;
import himalia.kernel.cells.Cells;
import himalia.kernel.cells.DeclarationRegistry;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** What JShell's compiler finds: the class path, and the classes of whole cells. */
final class ShellFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private final DeclarationRegistry names;
    private final List<String> first;

    /**
     * Files as JShell sees them.
     *
     * @param names those of cells
     * @param first jars that stand before the rest of the class path, which JShell can only lengthen
     */
    ShellFiles(StandardJavaFileManager disk, DeclarationRegistry names, List<String> first) {
        super(disk);
        this.names = names;
        this.first = first;
    }

    @Override
    public boolean handleOption(String current, Iterator<String> remaining) {
        if (first.isEmpty() || !current.equals("-classpath") || !remaining.hasNext()) {
            return super.handleOption(current, remaining);
        }
        var path = new ArrayList<>(first);
        path.add(remaining.next());
        var whole = String.join(File.pathSeparator, path);
        return super.handleOption(current, List.of(whole).iterator());
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        var found = super.list(location, packageName, kinds, recurse);
        if (location != StandardLocation.CLASS_PATH || !packageName.equals(Cells.PACKAGE)) {
            return found;
        }
        var all = new ArrayList<JavaFileObject>();
        found.forEach(all::add);
        names.files().forEach(files -> all.addAll(MemoryClasses.of(files)));
        return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return MemoryClasses.binaryName(file)
                .orElseGet(() -> super.inferBinaryName(location, file));
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.toUri().equals(other.toUri());
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
            Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(
            Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public void setLocationForModule(
            Location location, String module, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationForModule(location, module, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return fileManager.getLocationAsPaths(location);
    }
}
