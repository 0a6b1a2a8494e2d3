package himalia.worker;

import himalia.link.question.StacksQuestion;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stack traces that the user's code prints itself, and those of threads that died: the lines of cells stand in them as
 * in the errors of cells, and frames of ours are cut. Only the kernel knows which line of a cell a frame is, so it is
 * asked; where it does not answer, or no cell has a part in the trace, the JVM prints as ever.
 */
public final class Traces {
    /** In milliseconds; the kernel answers at once, or does not. */
    private static final long PATIENCE = 2_000;

    private static final String PRINT = "printStackTrace";

    private static volatile @Nullable KernelQuestions questions;

    private Traces() {}

    /** Says whom to ask. */
    static void connect(KernelQuestions kernel) {
        questions = kernel;
    }

    /** Links a woven call of a method that is named like that of throwables: they print here, all others as they would. */
    public static CallSite bootstrap(MethodHandles.Lookup caller, String name, MethodType type)
            throws ReflectiveOperationException {
        var owner = type.parameterType(0);
        if (Throwable.class.isAssignableFrom(owner)) {
            var ours = type.changeParameterType(0, Throwable.class);
            var print = MethodHandles.lookup().findStatic(Traces.class, "print", ours);
            return new ConstantCallSite(print.asType(type));
        }
        var own = caller.findVirtual(owner, name, type.dropParameterTypes(0, 1));
        return new ConstantCallSite(own.asType(type));
    }

    /** Prints to the cell's error stream. */
    static void print(Throwable thrown) {
        print("", thrown);
    }

    /** Prints the same behind other words, at once: what comes later may not belong to the cell any more. */
    static void print(String before, Throwable thrown) {
        var text = ofUser(thrown);
        System.err.print(before + text.orElse(""));
        if (text.isEmpty()) {
            printAsEver(thrown);
        }
    }

    private static void printAsEver(Throwable thrown) {
        try {
            thrown.printStackTrace();
        } catch (RuntimeException | Error e) {
            if (!SelfReport.isItsOwn(e)) {
                throw e;
            }
            System.err.println(SelfReport.text(thrown));
        }
    }

    static void print(Throwable thrown, PrintStream stream) {
        var text = ofUser(thrown);
        if (text.isPresent()) {
            stream.print(text.get());
        } else {
            thrown.printStackTrace(stream);
        }
    }

    static void print(Throwable thrown, PrintWriter writer) {
        var text = ofUser(thrown);
        if (text.isPresent()) {
            writer.print(text.get());
        } else {
            thrown.printStackTrace(writer);
        }
    }

    /** Returns the whole trace, empty where it is not for us to write. */
    static Optional<String> ofUser(Throwable thrown) {
        var stacks = new ArrayList<List<StackTraceElement>>();
        boolean cells = collect(thrown, seen(), stacks);
        var kernel = questions;
        if (!cells || kernel == null || printsItself(thrown)) {
            return Optional.empty();
        }
        return told(kernel, stacks)
                .map(
                        lines -> {
                            var text = new StringBuilder();
                            write(thrown, "", "", lines.iterator(), seen(), text);
                            return text.toString();
                        });
    }

    private static Set<Throwable> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** Collects the stacks in the order in which they are written; returns whether cells have a part in them. */
    private static boolean collect(
            Throwable thrown, Set<Throwable> seen, List<List<StackTraceElement>> stacks) {
        if (!seen.add(thrown)) {
            return false;
        }
        var frames = SelfReport.stack(thrown);
        stacks.add(ThrowableWriter.frames(frames));
        boolean cells = Arrays.stream(frames).anyMatch(UserFrames::isOfCell);
        for (var suppressed : thrown.getSuppressed()) {
            cells |= collect(suppressed, seen, stacks);
        }
        var cause = SelfReport.cause(thrown);
        return cause == null ? cells : cells | collect(cause, seen, stacks);
    }

    private static boolean printsItself(Throwable thrown) {
        return Arrays.stream(thrown.getClass().getMethods())
                .anyMatch(
                        method ->
                                method.getName().equals(PRINT)
                                        && method.getDeclaringClass() != Throwable.class);
    }

    /** Returns the lines of each stack. */
    private static Optional<List<?>> told(
            KernelQuestions kernel, List<List<StackTraceElement>> stacks) {
        return kernel.ask(new StacksQuestion(stacks), PATIENCE)
                .filter(lines -> lines instanceof List<?> all && all.size() == stacks.size())
                .map(lines -> (List<?>) lines);
    }

    private static void write(
            Throwable thrown,
            String indent,
            String caption,
            Iterator<?> stacks,
            Set<Throwable> seen,
            StringBuilder text) {
        var head = CellNames.shown(SelfReport.text(thrown));
        var end = System.lineSeparator();
        if (!seen.add(thrown)) {
            text.append(indent).append(caption).append("[CIRCULAR REFERENCE: ").append(head);
            text.append(']').append(end);
            return;
        }
        text.append(indent).append(caption).append(head).append(end);
        if (stacks.next() instanceof List<?> lines) {
            for (var line : lines) {
                var shown = String.valueOf(line).replace("\n", end + indent);
                text.append(indent).append(shown).append(end);
            }
        }
        for (var suppressed : thrown.getSuppressed()) {
            write(suppressed, indent + "    ", "Suppressed: ", stacks, seen, text);
        }
        var cause = SelfReport.cause(thrown);
        if (cause != null) {
            write(cause, indent, "Caused by: ", stacks, seen, text);
        }
    }
}
