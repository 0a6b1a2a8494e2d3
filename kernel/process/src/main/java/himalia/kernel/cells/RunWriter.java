package himalia.kernel.cells;

import java.util.Set;

/** Writes what the class of a cell runs: its statements, what its variables are set to, and the value at its end. */
final class RunWriter {
    private static final String VALUE = "value$$";

    private final CellSource cell;
    private final CellPlan plan;
    private final CellClassText text;
    private final MovedTypes types;

    /** The names of variables that are local ones in the text, and fields when it is compiled. */
    private final Set<String> hoisted;

    private final LanguageNames language;

    RunWriter(
            CellSource cell,
            CellPlan plan,
            CellClassText text,
            MovedTypes types,
            Set<String> hoisted,
            LanguageNames language) {
        this.cell = cell;
        this.plan = plan;
        this.text = text;
        this.types = types;
        this.hoisted = hoisted;
        this.language = language;
    }

    /** Writes a part, if it is one that runs. */
    void write(Part part, int index, CellWriter.Ending ending) {
        if (part instanceof Part.Import
                || part instanceof Part.Type
                || part instanceof Part.Method) {
            return;
        }
        if (plan.parts().size() > 1) {
            text.own(CellWriter.AT + " = " + index + ";");
        }
        if (part instanceof Part.Statement statement) {
            // By itself: nothing that it names is seen behind it, and what follows is reached
            // whatever it does.
            user("if (true) { ", statement, statement.end(), (statement.open() ? ";}" : "}"));
        } else if (part instanceof Part.Dropped dropped) {
            var before = "if (true) { " + language.object() + " " + VALUE + " = ";
            user(before, dropped, dropped.end(), ";}");
        } else if (part instanceof Part.Variable variable && plan.writes(variable)) {
            assign(variable);
        } else if (part instanceof Part.Value value) {
            run(value, ending);
        }
    }

    private void run(Part.Value value, CellWriter.Ending ending) {
        switch (ending) {
            case RUN -> {
                boolean whole = value.form() == Part.Value.Form.SWITCH_OR_STATEMENT;
                user("", value, value.end(), whole ? "" : ";");
            }
            case RETURNED -> user("return ", value, value.end(), ";");
            case NAMED ->
                    user("var " + VALUE + " = ", value, value.end(), "; return " + VALUE + ";");
        }
    }

    private void user(String before, Part part, int end, String after) {
        var own = cell.code().substring(part.start(), end);
        text.user(before, own, after, cell.at(part.start()), part.start());
    }

    private void assign(Part.Variable variable) {
        if (variable.from() < 0) {
            if (plan.reused(variable).isPresent()) {
                text.own(variable.name() + " = " + nothing(plan.types().of(variable)) + ";");
            }
            return;
        }
        var before = (hoisted.contains(variable.name()) ? "var " : "") + variable.name() + " = ";
        if (variable.elements()) {
            before += "new " + types.moved(plan.types().of(variable)) + " ";
        }
        var value = cell.code().substring(variable.from(), variable.to());
        var after = ";";
        if (plan.types().isLess(variable)) {
            before +=
                    "("
                            + types.moved(plan.types().of(variable))
                            + ") ("
                            + language.object()
                            + ") (";
            after = ");";
        }
        text.user(before, value, after, cell.at(variable.from()), variable.from());
    }

    private static String nothing(String type) {
        return switch (type) {
            case "boolean" -> "false";
            case "byte", "short", "int", "long", "float", "double", "char" -> "0";
            default -> "null";
        };
    }
}
