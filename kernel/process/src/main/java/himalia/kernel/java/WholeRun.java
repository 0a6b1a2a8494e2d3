package himalia.kernel.java;

import himalia.kernel.cells.CompiledCell;
import himalia.kernel.cells.Entry;
import himalia.kernel.cells.KeptDeclarations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a cell that was compiled as one class. */
final class WholeRun {
    /** Characters of a value that can be told in a line. */
    private static final int LONGEST = 40;

    private final Compiler compiler;
    private final CompiledCell compiled;
    private int failedAt = -1;
    private @Nullable KeptDeclarations kept;
    private boolean lost;
    private Set<String> before = Set.of();

    WholeRun(Compiler compiler, CompiledCell compiled) {
        this.compiler = compiler;
        this.compiled = compiled;
    }

    /** Returns whether {@link #notes} and {@link #resets} are known before the run, which else may end above what they are of. */
    boolean isCertain() {
        return compiled.declaresFirst();
    }

    /** Returns what the user should know of what it does to earlier declarations, but for what {@link #resets} says. */
    List<CompiledCell.Note> notes() {
        return compiled.notes().stream().filter(note -> !isAsBefore(note.key())).toList();
    }

    /** Returns the variables that start anew. */
    List<CompiledCell.Reset> resets() {
        return compiled.reset().stream()
                .filter(reset -> !isAsBefore(Entry.variableKey(reset.variable())))
                .toList();
    }

    /** Returns whether the process that ran it is gone. */
    boolean isLost() {
        return lost;
    }

    /** Returns whether it has come to where it sets that variable. */
    boolean hasSet(String variable) {
        return kept != null && kept.cameTo(Entry.variableKey(variable));
    }

    /** Returns the names that its lines declare. */
    Set<String> declared() {
        return kept == null ? Set.of() : kept.names();
    }

    /** Returns the variables that it has set; with a process that is gone went how far it came. */
    Set<String> set() {
        var unset = compiled.variableAt(failedAt).orElse("");
        return compiled.variables()
                .filter(this::hasSet)
                .filter(name -> !name.equals(unset))
                .filter(name -> !lost || !before.contains(name))
                .collect(Collectors.toSet());
    }

    private boolean isAsBefore(String key) {
        return kept != null && kept.isAsBefore(key);
    }

    /** Sends its classes, which are loaded while the rest is done here before {@link #run}. */
    void sendAhead(SnippetRunner.Purpose purpose) {
        compiler.places().lines(compiled.className(), compiled.lines());
        compiler.runner().prepare(purpose);
        compiler.runner().loadAhead(compiled.files());
    }

    /** Loads and runs it. */
    SnippetRunner.Ran run(SnippetRunner.Purpose purpose) {
        sendAhead(purpose);
        return run();
    }

    /** Runs it behind {@link #sendAhead}; what it declares is known from now on. */
    SnippetRunner.Ran run() {
        var runner = compiler.runner();
        var known = compiler.cells().names();
        before =
                compiled.variables()
                        .filter(name -> known.variable(name).isPresent())
                        .collect(Collectors.toSet());
        var declared = compiler.cells().keep(compiled);
        kept = declared;
        runner.move(moves(declared.moved(), compiled.className()));
        var ran = runner.run(compiled.className(), CompiledCell.RUN);
        ran.failure()
                .ifPresent(
                        failure -> {
                            lost = failure.kind().equals(SnippetRunner.Failure.LOST);
                            endedAt(reached(failure), declared);
                        });
        return ran;
    }

    /** Says what the variable holds whose initialiser failed; nothing where it was something else that did. */
    Optional<String> unset() {
        return compiled.variableAt(failedAt).stream()
                .flatMap(
                        name ->
                                new Variables(compiler)
                                        .all().stream().filter(each -> each.name().equals(name)))
                .findFirst()
                .flatMap(
                        each -> compiler.runner().valueText(each).map(value -> still(each, value)));
    }

    private static String still(Variable variable, String value) {
        var shown = value.length() > LONGEST || value.contains("\n") ? "what it was" : value;
        return "    "
                + variable.name()
                + " is declared and still "
                + shown
                + ": its initialiser failed";
    }

    private void endedAt(int reached, KeptDeclarations declared) {
        failedAt = reached;
        var back = declared.endedAt(reached);
        compiler.runner().move(moves(back, ""));
    }

    /** Returns moves of methods into a class; where none is named, back to where they were. */
    private static List<SnippetRunner.Move> moves(List<KeptDeclarations.Moved> moved, String to) {
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
            compiler.runner().load(compiled.files());
            var declared = compiler.cells().keep(compiled);
            compiler.runner().move(moves(declared.moved(), compiled.className()));
        } catch (LoadingException e) {
            throw new IllegalArgumentException("it cannot be declared: " + e.getMessage(), e);
        }
    }

    /** A variable that the run never came to is not declared; null in its place would be a lie. */
    private int reached(SnippetRunner.Failure failure) {
        if (failure.kind().equals(SnippetRunner.Failure.UNRUN)
                || failure.kind().equals(SnippetRunner.Failure.REFUSED)) {
            return -1;
        }
        if (failure.kind().equals(SnippetRunner.Failure.LOST)) {
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
