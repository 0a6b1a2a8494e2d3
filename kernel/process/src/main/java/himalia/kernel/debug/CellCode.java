package himalia.kernel.debug;

import com.sun.jdi.Location;
import himalia.kernel.java.ClassPlace;
import himalia.kernel.java.Interpreter;
import himalia.kernel.workers.DebugPort;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
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

    private final Interpreter interpreter;
    private final DebugPort port;
    private final CellSources sources;
    private final Map<String, Snippet> known = new ConcurrentHashMap<>();

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
        return match.group(2) == null ? "" : match.group(2).replace('$', '.');
    }

    /** Returns the snippet that a class belongs to. */
    Optional<Snippet> snippetOf(String className) {
        var match = SNIPPET.matcher(className);
        if (!match.matches()) {
            return Optional.empty();
        }
        var outer = match.group(1);
        var found = known.get(outer);
        if (found == null) {
            var place = interpreter.placeOf(outer);
            if (place.isPresent()) {
                found = new Snippet(outer, sources.pathOf(place.get().cellText()), place.get());
                known.put(outer, found);
            }
        }
        return Optional.ofNullable(found);
    }

    /** Returns the line of the cell, 0 where the location is not in one. */
    int cellLine(Location location) {
        return snippetOf(location.declaringType().name())
                .map(snippet -> snippet.place().cellLine(location.lineNumber()))
                .orElse(0);
    }

    /** Returns the lines of the cell that a snippet has code for. */
    NavigableSet<Integer> codeLines(Snippet snippet) {
        var lines = new TreeSet<Integer>();
        for (var file : port.classFiles(snippet.outer())) {
            var reader = new ClassReader(file);
            boolean outermost = reader.getClassName().replace('/', '.').equals(snippet.outer());
            reader.accept(
                    new LineReader(outermost, line -> lines.add(snippet.place().cellLine(line))),
                    ClassReader.SKIP_FRAMES);
        }
        lines.remove(0);
        return lines;
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
