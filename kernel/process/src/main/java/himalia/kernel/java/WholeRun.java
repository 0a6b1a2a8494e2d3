package himalia.kernel.java;

import himalia.kernel.cells.CompiledCell;
import himalia.kernel.cells.Kept;
import java.util.List;
import java.util.function.Predicate;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;
import jdk.jshell.spi.ExecutionControl.ClassInstallException;
import jdk.jshell.spi.ExecutionControl.EngineTerminationException;
import jdk.jshell.spi.ExecutionControl.InternalException;
import jdk.jshell.spi.ExecutionControl.NotImplementedException;
import jdk.jshell.spi.ExecutionControl.RunException;

/** Runs a cell that was compiled as one class. */
final class WholeRun {
    private final Compiler compiler;
    private final CompiledCell compiled;

    WholeRun(Compiler compiler, CompiledCell compiled) {
        this.compiler = compiler;
        this.compiled = compiled;
    }

    /** Returns what the user should know of what it does to earlier declarations, but for what {@link #resets} says. */
    List<String> notes() {
        return compiled.notes();
    }

    /** Says which variables start anew, of those that are asked for. */
    List<String> resets(Predicate<String> variables) {
        return compiled.reset().stream()
                .filter(reset -> variables.test(reset.variable()))
                .map(reset -> Notices.reset(reset.variable(), reset.cause(), reset.root()))
                .toList();
    }

    /** Loads and runs it; what it declares is known from now on. */
    SnippetRunner.Ran run(SnippetRunner.Purpose purpose) {
        var runner = compiler.runner();
        compiler.places().lines(compiled.className(), compiled.lines());
        var kept = compiler.cells().keep(compiled);
        runner.prepare(purpose);
        try {
            runner.loadAhead(files());
            runner.move(moves(kept.moved(), compiled.className()));
            runner.invoke(compiled.className(), CompiledCell.RUN);
        } catch (RunException e) {
            runner.last().failure().ifPresent(failure -> endedAt(reached(failure), kept));
        } catch (EngineTerminationException | InternalException e) {
            endedAt(-1, kept);
            var thrown =
                    new SnippetRunner.Thrown(
                            e.getClass().getName(), String.valueOf(e.getMessage()), List.of());
            return new SnippetRunner.Ran(
                    java.util.Optional.empty(),
                    java.util.Optional.of(
                            new SnippetRunner.Failure("exception", List.of(thrown), "")));
        }
        return runner.last();
    }

    private void endedAt(int reached, Kept kept) {
        var back = kept.endedAt(reached);
        compiler.runner().move(moves(back, ""));
    }

    /** Returns moves of methods into a class; where none is named, back to where they were. */
    private static List<SnippetRunner.Move> moves(List<Kept.Moved> moved, String to) {
        return moved.stream()
                .map(
                        each ->
                                new SnippetRunner.Move(
                                        each.from(), to.isEmpty() ? each.from() : to, each.name()))
                .toList();
    }

    /** Loads it without running it; what it declares is known from now on. */
    void declare() {
        compiler.places().lines(compiled.className(), compiled.lines());
        try {
            compiler.runner().load(files());
            var kept = compiler.cells().keep(compiled);
            compiler.runner().move(moves(kept.moved(), compiled.className()));
        } catch (ClassInstallException | EngineTerminationException | NotImplementedException e) {
            throw new IllegalArgumentException("it cannot be declared: " + e.getMessage(), e);
        }
    }

    private ClassBytecodes[] files() {
        return compiled.files().entrySet().stream()
                .map(file -> new ClassBytecodes(file.getKey(), file.getValue()))
                .toArray(ClassBytecodes[]::new);
    }

    /** A variable that the run never came to is not declared; null in its place would be a lie. */
    private int reached(SnippetRunner.Failure failure) {
        if (failure.kind().equals(SnippetRunner.Failure.UNRUN)
                || failure.kind().equals(SnippetRunner.Failure.REFUSED)) {
            return -1;
        }
        if (failure.kind().equals("lost")) {
            return Integer.MAX_VALUE;
        }
        if (compiled.isOnePart()) {
            return 0;
        }
        // Where something was thrown is not always where it was made, and a stack may be too deep
        // to say where it began.
        var at = new Variable(CompiledCell.AT, "int", compiled.className());
        return compiler.runner()
                .valueText(at)
                .map(WholeRun::number)
                .orElseGet(() -> compiled.stepAt(lineIn(failure)));
    }

    /** The line of the cell in the first stack that has one, the last line there is where none has. */
    private int lineIn(SnippetRunner.Failure failure) {
        for (var thrown : failure.chain()) {
            for (var frame : thrown.frames()) {
                if (frame.getClassName().equals(compiled.className())
                        && frame.getMethodName().equals(CompiledCell.RUN)) {
                    return frame.getLineNumber();
                }
            }
        }
        return Integer.MAX_VALUE;
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }
}
