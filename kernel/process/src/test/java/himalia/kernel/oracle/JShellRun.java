package himalia.kernel.oracle;

import himalia.kernel.oracle.Told.Ending;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** One sequence on its way through a JShell of its own. */
final class JShellRun implements AutoCloseable {
    private final HotSwapControl control;
    private final ByteArrayOutputStream heard;
    private final JShell shell;
    private final Reworded reworded = new Reworded();
    private final Set<String> before = new LinkedHashSet<>();

    /** Variables that were there when the initialiser of a new one of their name threw: JShell has the new one, the kernel the old. */
    private final Set<String> kept = new LinkedHashSet<>();

    private final Map<Step, Snippet> snippets = new IdentityHashMap<>();

    /** Whether in this cell something waited that was there before it and waited for nothing: its fields are 0 as long. */
    private boolean spoiled;

    /** Prepares a run; {@code heard} is what the standard output goes to. */
    JShellRun(HotSwapControl control, ByteArrayOutputStream heard) {
        this.control = control;
        this.heard = heard;
        this.shell = JShell.builder().executionEngine(new Provider(control), Map.of()).build();
    }

    private record Provider(HotSwapControl control) implements ExecutionControlProvider {
        @Override
        public String name() {
            return "hotswap";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> settings) {
            return control;
        }
    }

    /** Runs all cells, whatever becomes of one. */
    Round run(Sequence sequence) {
        var cells = new ArrayList<List<Step>>();
        var waits = new ArrayList<Boolean>();
        var variables = new ArrayList<Map<String, String>>();
        for (var cell : sequence.cells()) {
            var whole =
                    shell.snippets().filter(each -> shell.status(each) == Status.VALID).toList();
            cells.add(cell(cell, whole));
            waits.add(spoiled || shell.snippets().anyMatch(this::waits));
            variables.add(variables());
        }
        heard.reset();
        return new Round(cells, waits, variables);
    }

    private Map<String, String> variables() {
        var variables = new LinkedHashMap<String, String>();
        // What was there and is there no more, JShell has dropped with what its initialiser named.
        before.forEach(name -> variables.put(name, Round.WAITS));
        shell.variables()
                .filter(each -> isOwn(each.name()))
                .forEach(each -> variables.put(each.name(), value(each)));
        return variables;
    }

    private String value(VarSnippet variable) {
        return shell.status(variable) == Status.VALID && !kept.contains(variable.name())
                ? Blanks.out(shell.varValue(variable))
                : Round.WAITS;
    }

    /** Runs a cell; {@code whole} is what was there before it and waited for nothing. */
    private List<Step> cell(String text, List<Snippet> whole) {
        var steps = new ArrayList<Step>();
        spoiled = false;
        for (var rest = text; !rest.isBlank(); ) {
            var info = shell.sourceCodeAnalysis().analyzeCompletion(rest);
            if (info.completeness() == Completeness.EMPTY) {
                break;
            }
            var remaining = info.remaining() == null ? "" : info.remaining();
            if (info.source() == null || remaining.length() >= rest.length()) {
                steps.add(new Step(rest, true, refused("incomplete")));
                break;
            }
            var own = rest.substring(0, rest.length() - remaining.length());
            var step = snippet(own, info.source());
            steps.add(step);
            spoiled |= whole.stream().anyMatch(this::waits);
            if (!step.told().goesOn()) {
                break;
            }
            rest = remaining;
        }
        steps.replaceAll(this::afterwards);
        shell.variables().map(VarSnippet::name).filter(JShellRun::isOwn).forEach(before::add);
        return steps;
    }

    /** What waited may have been declared later in the cell, and what was fine may wait again. */
    private Step afterwards(Step step) {
        var snippet = snippets.get(step);
        if (snippet == null || !step.told().goesOn()) {
            return step;
        }
        if (waits(snippet)) {
            return step.ending(Ending.WAITS);
        }
        return shell.status(snippet) == Status.VALID ? step.ending(Ending.FINE) : step;
    }

    private boolean waits(Snippet snippet) {
        var status = shell.status(snippet);
        return status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED;
    }

    private static boolean isOwn(String name) {
        return !name.isEmpty() && !name.matches("\\$\\d+");
    }

    private static Told refused(String why) {
        return new Told(Ending.REFUSED, why, "", "");
    }

    private Step snippet(String own, String source) {
        heard.reset();
        var told = new Told(Ending.FINE, "", "", "");
        boolean open = false;
        Snippet snippet = null;
        for (var event : shell.eval(worded(source))) {
            if (event.causeSnippet() == null) {
                snippet = event.snippet();
                open = Semicolons.missing(own, event.snippet().kind());
                told = told(event, open);
            }
        }
        if (snippet instanceof VarSnippet variable) {
            kept.remove(variable.name());
            if (told.ending() == Ending.THREW && before.contains(variable.name())) {
                kept.add(variable.name());
            }
        }
        var printed = heard.toString(StandardCharsets.UTF_8);
        var step =
                new Step(own, open, new Told(told.ending(), told.thrown(), told.value(), printed));
        snippets.put(step, snippet);
        return step;
    }

    private String worded(String source) {
        return control.redefining().declaredIsNew() ? reworded.of(source) : source;
    }

    private Told told(SnippetEvent event, boolean open) {
        if (event.exception() != null) {
            return new Told(Ending.THREW, thrown(event.exception()), "", "");
        }
        return switch (event.status()) {
            case REJECTED -> refused(diagnostics(event.snippet()));
            case RECOVERABLE_DEFINED, RECOVERABLE_NOT_DEFINED -> new Told(Ending.WAITS, "", "", "");
            default -> new Told(Ending.FINE, "", open ? value(event.snippet()) : "", "");
        };
    }

    private static String thrown(JShellException exception) {
        return exception instanceof EvalException thrown
                ? thrown.getExceptionClassName() + ": " + Objects.toString(thrown.getMessage(), "")
                : "Unresolved: " + exception.getMessage();
    }

    private String diagnostics(Snippet snippet) {
        return String.join(
                " | ",
                shell.diagnostics(snippet).map(each -> each.getMessage(Locale.ENGLISH)).toList());
    }

    private String value(Snippet snippet) {
        return snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                        || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND
                        || snippet.subKind() == SubKind.OTHER_EXPRESSION_SUBKIND
                ? control.value()
                : "";
    }

    @Override
    public void close() {
        shell.close();
    }
}
