package himalia.kernel.java;

import himalia.kernel.java.SnippetRunner.Failure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jdk.jshell.spi.ExecutionControl;

/** How JShell drives what runs its snippets: what came of a run is told to it by exceptions, as it wants that. */
final class ShellControl implements ExecutionControl {
    private final SnippetRunner runner;

    ShellControl(SnippetRunner runner) {
        this.runner = runner;
    }

    private static Map<String, byte[]> files(ClassBytecodes[] classes) {
        var files = new LinkedHashMap<String, byte[]>();
        for (var each : classes) {
            files.put(each.name(), each.bytecodes());
        }
        return files;
    }

    @Override
    public void load(ClassBytecodes[] classes) throws ClassInstallException {
        try {
            runner.load(files(classes));
        } catch (LoadingException e) {
            throw new ClassInstallException(
                    String.valueOf(e.getMessage()), new boolean[classes.length]);
        }
    }

    @Override
    public void redefine(ClassBytecodes[] classes) throws NotImplementedException {
        if (!runner.isLoaded(files(classes))) {
            throw new NotImplementedException(
                    "JShell makes a new class; the worker carries values over");
        }
    }

    @Override
    public String invoke(String className, String method) throws UserException {
        var failure = runner.run(className, method).failure();
        if (failure.isPresent()) {
            throw asUserException(failure.get());
        }
        return "";
    }

    /** JShell translates the frames of this into lines of the snippets, its causes too. */
    private static UserException asUserException(Failure failure) {
        UserException first = null;
        UserException before = null;
        for (var thrown : failure.chain()) {
            if (thrown.suppressed()) {
                // JShell's exceptions have causes alone.
                continue;
            }
            var next =
                    new UserException(
                            thrown.message(),
                            thrown.className(),
                            thrown.frames().toArray(StackTraceElement[]::new));
            if (before == null) {
                first = next;
            } else {
                before.initCause(next);
            }
            before = next;
        }
        return first == null
                ? new UserException(
                        failure.kind(), "himalia." + failure.kind(), new StackTraceElement[0])
                : first;
    }

    @Override
    public String varValue(String className, String variable) {
        return "";
    }

    @Override
    public void addToClasspath(String path) throws InternalException {
        try {
            runner.addJars(List.of(path.split(java.io.File.pathSeparator)));
        } catch (IOException e) {
            throw new InternalException(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InternalException("interrupted");
        }
    }

    @Override
    public Object extensionCommand(String command, Object argument) throws NotImplementedException {
        throw new NotImplementedException(command);
    }

    @Override
    public void stop() {
        // Nobody stops JShell: a cell is interrupted where it runs.
    }

    @Override
    public void close() {
        runner.close();
    }
}
