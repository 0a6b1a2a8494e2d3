package himalia.kernel.debugger;

import com.sun.jdi.Location;
import himalia.kernel.java.ClassPlace;
import himalia.kernel.java.Interpreter;
import himalia.kernel.workers.DebugPort;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which lines of which cell the classes of the worker are made from. Never waits for the compiler. */
final class CellCode {
    /** A class of a cell, or of a snippet where JShell compiled it; then what is inside it. */
    private static final Pattern SNIPPET =
            Pattern.compile(
                    "(REPL\\.\\$(?:Cell[0-9]+|JShell\\$[0-9A-Z_]+))(?:\\$(.*))?", Pattern.DOTALL);

    /** The number of a local class, before its name; or of one that has none. */
    private static final Pattern NUMBERED =
            Pattern.compile("(?<![^.])\\d+(?:(?=([^.\\d]))|(?![^.]))");

    /** What a class is called that has no name. */
    static final String ANONYMOUS = "anonymous class";

    private final Interpreter interpreter;
    private final DebugPort port;
    private final CellSources sources;
    private final Map<String, List<Snippet>> known = new ConcurrentHashMap<>();
    private final Map<String, Set<Integer>> lines = new ConcurrentHashMap<>();

    CellCode(Interpreter interpreter, DebugPort port, CellSources sources) {
        this.interpreter = interpreter;
        this.port = port;
        this.sources = sources;
    }

    /**
     * The class of a snippet, with the classes inside it.
     *
     * @param outer its name
     * @param path the name of the cell's source
     * @param place where it stands in the cell
     */
    record Snippet(String outer, String path, ClassPlace place) {}

    /** Returns whether a class was made from a cell. */
    static boolean isOfUser(String className) {
        return className.startsWith("REPL.$");
    }

    /** Returns the name of a class as the user wrote it; empty for the class of the cell itself. */
    static String nameInCell(String className) {
        var match = SNIPPET.matcher(className);
        if (!match.matches()) {
            return className;
        }
        if (match.group(2) == null) {
            return "";
        }
        return NUMBERED.matcher(match.group(2).replace('$', '.'))
                .replaceAll(found -> found.group(1) == null ? ANONYMOUS : "");
    }

    /** Returns the name of the outermost class, empty where none of the user's holds a class. */
    static Optional<String> outer(String className) {
        var match = SNIPPET.matcher(className);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    /** Returns what a class was made from: a snippet, and texts of other cells that were compiled with it. */
    List<Snippet> snippetsOf(String className) {
        var outer = outer(className);
        if (outer.isEmpty()) {
            return List.of();
        }
        var found = known.get(outer.get());
        if (found == null) {
            found =
                    interpreter.placesOf(outer.get()).stream()
                            .map(place -> snippet(outer.get(), place))
                            .toList();
            if (!found.isEmpty()) {
                known.put(outer.get(), found);
            }
        }
        return found;
    }

    private Snippet snippet(String outer, ClassPlace place) {
        return new Snippet(outer, sources.pathOf(place.cellText()), place);
    }

    /** Returns the snippet that a location is in. */
    Optional<Snippet> snippetAt(Location location) {
        int line = location.lineNumber();
        return snippetsOf(location.declaringType().name()).stream()
                .filter(snippet -> snippet.place().cellLine(line) > 0)
                .findFirst();
    }

    /** Returns the line of the cell, 0 where the location is not in one. */
    int cellLine(Location location) {
        int line = location.lineNumber();
        return snippetAt(location).map(found -> found.place().cellLine(line)).orElse(0);
    }

    /** Returns the lines of the cell that a snippet has code for. */
    NavigableSet<Integer> codeLines(Snippet snippet) {
        var found = new TreeSet<Integer>();
        for (int line : classLines(snippet.outer())) {
            found.add(snippet.place().cellLine(line));
        }
        found.remove(0);
        return found;
    }

    private Set<Integer> classLines(String outer) {
        var before = lines.get(outer);
        if (before != null) {
            return before;
        }
        var found = new HashSet<Integer>();
        for (var file : port.classFiles(outer)) {
            var reader = new ClassReader(file);
            boolean outermost = reader.getClassName().replace('/', '.').equals(outer);
            reader.accept(new LineReader(outermost, found::add), ClassReader.SKIP_FRAMES);
        }
        if (!found.isEmpty()) {
            lines.put(outer, found);
        }
        return found;
    }

    /** Reads line numbers; the constructor of JShell's own class is nobody's code. */
    private static final class LineReader extends ClassVisitor {
        private final boolean outermost;
        private final java.util.function.IntConsumer found;

        LineReader(boolean outermost, java.util.function.IntConsumer found) {
            super(Opcodes.ASM9);
            this.outermost = outermost;
            this.found = found;
        }

        @Override
        public @Nullable MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            if (outermost && name.equals("<init>")) {
                return null;
            }
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitLineNumber(int line, Label start) {
                    found.accept(line);
                }
            };
        }
    }
}
