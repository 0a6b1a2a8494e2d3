package himalia.kernel.java;

import himalia.kernel.cells.CompiledCell;
import java.util.List;
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

    /** Returns what the user should know of variables that start anew. */
    List<String> resets() {
        return compiled.reset().stream()
                .map(reset -> Notices.reset(reset.variable(), reset.cause()))
                .toList();
    }

    /** Loads and runs it; what it declares is known from now on. */
    SnippetRunner.Ran run(SnippetRunner.Purpose purpose) {
        var runner = compiler.runner();
        compiler.places().lines(compiled.className(), compiled.lines());
        compiler.cells().keep(compiled);
        runner.prepare(purpose);
        try {
            runner.load(files());
            runner.invoke(compiled.className(), CompiledCell.RUN);
        } catch (RunException e) {
            runner.last().failure().ifPresent(this::forgetUnreached);
        } catch (ClassInstallException | EngineTerminationException | InternalException e) {
            compiler.cells().endedAt(compiled, 0);
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

    /** Loads it without running it; what it declares is known from now on. */
    void declare() {
        compiler.places().lines(compiled.className(), compiled.lines());
        try {
            compiler.runner().load(files());
            compiler.cells().keep(compiled);
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
    private void forgetUnreached(SnippetRunner.Failure failure) {
        if (failure.kind().equals(SnippetRunner.Failure.UNRUN)) {
            compiler.cells().endedAt(compiled, 0);
            return;
        }
        for (var thrown : failure.chain()) {
            for (var frame : thrown.frames()) {
                if (frame.getClassName().equals(compiled.className())
                        && frame.getMethodName().equals(CompiledCell.RUN)) {
                    compiler.cells().endedAt(compiled, frame.getLineNumber());
                    return;
                }
            }
        }
    }
}
