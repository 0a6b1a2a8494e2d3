package himalia.kernel.java;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;

/** Runs parts of a cell piece by piece, with JShell: where no class can say all that they do. */
final class PieceRun {
    /** What JShell's stand-in for the body of an unresolved method throws. */
    private static final String UNRESOLVED = "jdk.jshell.spi.SPIResolutionException";

    /** A method without a body that says so. */
    private static final Pattern ABSTRACT =
            Pattern.compile(
                    "\\s*(?:\\w+\\s+)*?abstract\\s[^(){};=]*\\([^(){};=]*\\)[\\w\\s.,]*;\\s*");

    private static final String NO_BODY = "compiler.err.missing.meth.body.or.decl.abstract";

    private static final SnippetRunner.Failure NOTHING_KNOWN =
            new SnippetRunner.Failure("exception", List.of(), "", List.of());

    private final Compiler compiler;
    private final CellState state;
    private final Cell cell;
    private final List<DeclarationSnippet> unresolved = new ArrayList<>();

    PieceRun(Compiler compiler, CellState state) {
        this.compiler = compiler;
        this.state = state;
        this.cell = state.cell();
    }

    /** Runs a part until a piece of it fails. */
    void run(Cell.Part part, String source, Wanted wanted) {
        compiler.prepareFor(source, cell.id());
        var pieces = Splitter.split(source);
        var broken = pieces.stream().filter(Piece::broken).findFirst();
        if (broken.isPresent()) {
            // Nothing of a cell that does not parse is run.
            eval(part, source, broken.get(), Wanted.NOTHING);
            if (state.failure() == null) {
                // JShell says nothing of a comment that does not end.
                state.refused(List.of(), state.place(part, source, part.line()));
            }
            return;
        }
        var bodiless = pieces.stream().filter(PieceRun::isAbstract).findFirst();
        if (bodiless.isPresent()) {
            // JShell would wait for such a method, which nothing can declare.
            state.refused(List.of(noBody(bodiless.get())), state.place(part, source, part.line()));
            return;
        }
        var before = state.failure();
        for (int i = 0; i < pieces.size() && state.failure() == before; i++) {
            if (state.stopsBefore(part)) {
                return;
            }
            boolean last = i == pieces.size() - 1 && !pieces.get(i).closed();
            eval(part, source, pieces.get(i), last ? wanted : Wanted.NOTHING);
        }
    }

    private static boolean isAbstract(Piece piece) {
        return ABSTRACT.matcher(Cutter.bare(piece.source())).matches();
    }

    private static Problem noBody(Piece piece) {
        var words = "a method outside of a class has a body";
        return new Problem(NO_BODY, words, piece.start(), piece.start() + piece.source().length());
    }

    private void eval(Cell.Part part, String source, Piece piece, Wanted wanted) {
        int line = part.line() + lines(source.substring(0, piece.start()));
        var place = state.place(part, piece.source(), line);
        compiler.places().at(place);
        try {
            eval(piece, place, wanted);
        } catch (IllegalStateException | NullPointerException | AssertionError | InternalError e) {
            var fault = CompilerFault.in(e);
            if (fault.isEmpty()) {
                throw e;
            }
            failed(fault.get(), place);
        }
    }

    /** Where the source does not even parse, the parser says what JShell could not. */
    private void failed(CompilerFault fault, Places.Place place) {
        var problems = SyntaxCheck.problems(place.source());
        if (problems.isEmpty()) {
            state.failure(fault.over(place));
        } else {
            state.refused(problems, place);
        }
    }

    private void eval(Piece piece, Places.Place place, Wanted wanted) {
        var purpose = wanted.purpose(cell.id());
        var events = compiler.eval(piece.source(), purpose);
        if (otherImports(events)) {
            compiler.prepareFor(piece.source(), cell.id());
            events = compiler.eval(piece.source(), purpose);
        }
        for (var event : events) {
            compiler.declaredByShell(event, cell.id());
            if (event.causeSnippet() == null) {
                judge(event, place, wanted);
            } else {
                tellIfReset(event);
            }
        }
    }

    private boolean otherImports(List<SnippetEvent> events) {
        for (var event : events) {
            if (event.causeSnippet() == null && event.status() == Snippet.Status.REJECTED) {
                var said = compiler.jshell().diagnostics(event.snippet());
                return new OtherImports(compiler).exchanged(CompileErrors.problems(said));
            }
        }
        return false;
    }

    private void judge(SnippetEvent event, Places.Place place, Wanted wanted) {
        var snippet = event.snippet();
        switch (event.status()) {
            case REJECTED -> {
                var problems = CompileErrors.problems(compiler.jshell().diagnostics(snippet));
                state.refused(problems, place);
            }
            case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> {
                if (snippet instanceof DeclarationSnippet declaration) {
                    unresolved.add(declaration);
                }
            }
            default -> {}
        }
        note(event);
        if (event.exception() != null) {
            thrown(event.exception());
        } else if (wanted.any() && isValue(snippet)) {
            state.value(compiler.runner().last().value(), typeOf(snippet), wanted);
        }
        if (snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND && event.status().isActive()) {
            compiler.drop(snippet);
        }
    }

    private void note(SnippetEvent event) {
        if (event.status().isActive()
                && event.exception() == null
                && event.snippet() instanceof DeclarationSnippet declared
                && declared.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
            state.declarations().add(List.of(declared.name()));
            if (declared instanceof VarSnippet) {
                state.declarations().set(List.of(declared.name()));
            }
        }
    }

    private void thrown(JShellException exception) {
        var chain = Tracebacks.chain(exception);
        if (!chain.isEmpty() && chain.get(0).className().equals(UNRESOLVED)) {
            state.failure(
                    FailureTexts.unresolved(
                            new Unresolved(compiler.jshell()).called(exception),
                            new Tracebacks(compiler.places()).of(chain)));
        } else {
            state.failed(compiler.runner().last().failure().orElse(NOTHING_KNOWN), chain);
        }
    }

    private static boolean isValue(Snippet snippet) {
        return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND
                || snippet.subKind() == SubKind.OTHER_EXPRESSION_SUBKIND;
    }

    private static String typeOf(Snippet snippet) {
        var type =
                snippet instanceof VarSnippet variable
                        ? variable.typeName()
                        : snippet instanceof ExpressionSnippet expression
                                ? expression.typeName()
                                : "Object";
        return type == null ? "Object" : type;
    }

    /** A variable whose class changed starts anew: never silently. */
    private void tellIfReset(SnippetEvent event) {
        if (event.snippet() instanceof VarSnippet variable
                && event.status() == Snippet.Status.VALID
                && event.isSignatureChange()
                && event.causeSnippet() instanceof DeclarationSnippet cause) {
            state.tell(Notices.reset(variable.name(), cause.name()));
        }
    }

    /** Says of what names nothing that was declared that it does. */
    void judgeUnresolved() {
        for (var snippet : unresolved) {
            var status = compiler.jshell().status(snippet);
            if (status != Snippet.Status.RECOVERABLE_DEFINED
                    && status != Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                continue;
            }
            var text = new Unresolved(compiler.jshell()).text(snippet);
            if (status == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
                state.failure(FailureTexts.compile(List.of(Ansi.red("Error") + ": " + text)));
            } else {
                state.tell(text);
            }
        }
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
