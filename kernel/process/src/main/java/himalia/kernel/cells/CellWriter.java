package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the class of a cell: its variables as fields, its methods and types, and a method that runs the rest. */
final class CellWriter {
    /** The method that runs the cell. */
    static final String RUN = "do_it$";

    private final String className;
    private final CellPlan plan;
    private final String code;
    private final String site;
    private final CellText text = new CellText();
    private final List<Integer> steps = new ArrayList<>();

    /**
     * @param className its full name
     * @param code the cell's text, of which the parts of the plan are offsets
     * @param site names that text
     */
    CellWriter(String className, CellPlan plan, String code, String site) {
        this.className = className;
        this.plan = plan;
        this.code = code;
        this.site = site;
    }

    CellText text() {
        return text;
    }

    /** Returns the generated line at which each part begins to run. */
    List<Integer> steps() {
        return steps;
    }

    /** How the expression at the end is written. */
    enum Ending {
        /** Its value is returned. */
        RETURNED,
        /** It is run for its effect. */
        RUN
    }

    void write(List<String> imports, Ending ending) {
        head(imports);
        for (var part : plan.parts()) {
            if (part instanceof Part.Variable variable && plan.reused(variable).isEmpty()) {
                declare("public static ", variable);
            } else if (part instanceof Part.Type type && !plan.stays(type)) {
                text.user("public static ", type.source(), "", at(type.start()), type.start());
            } else if (part instanceof Part.Method method && !plan.stays(method)) {
                text.user(
                        "public static ", method.source(), "", at(method.start()), method.start());
            }
        }
        for (var entry : plan.pulled()) {
            if (entry.kind() == Entry.Kind.VARIABLE) {
                text.own("public static " + moved(entry.type()) + " " + entry.name() + ";");
            } else {
                text.moved("public static ", entry.source(), "", entry.site());
            }
        }
        boolean value = last() instanceof Part.Value && ending == Ending.RETURNED;
        text.own("public static " + (value ? "Object " : "void ") + RUN + "() throws Throwable {");
        for (var part : plan.parts()) {
            steps.add(text.line());
            run(part, ending);
        }
        text.own("}}");
    }

    /** Writes a class from which only the types of variables are read. */
    void writeForTypes(List<String> imports) {
        head(imports);
        for (var part : plan.parts()) {
            if (part instanceof Part.Variable variable && variable.type().isPresent()) {
                declare("static ", variable);
            } else if (part instanceof Part.Type type && !plan.stays(type)) {
                text.own("static " + type.source());
            } else if (part instanceof Part.Method method && !plan.stays(method)) {
                text.own(
                        "static "
                                + method.source().substring(0, method.body())
                                + "\n{ throw null; }");
            }
        }
        text.own("static void " + RUN + "() throws Throwable {");
        for (var part : plan.parts()) {
            if (part instanceof Part.Variable variable && variable.type().isEmpty()) {
                var value = code.substring(variable.from(), variable.to());
                var before = "var " + variable.name() + " = ";
                text.user(before, value, ";", at(variable.from()), variable.from());
            }
        }
        text.own("}}");
    }

    private void declare(String before, Part.Variable variable) {
        text.own(before, plan.type(variable) + " " + variable.name() + ";", variable.start());
    }

    private void head(List<String> imports) {
        int dot = className.lastIndexOf('.');
        text.own("package " + className.substring(0, dot) + ";");
        imports.forEach(name -> text.own("import " + name + ";"));
        text.own("public class " + className.substring(dot + 1) + " {");
    }

    private void run(Part part, Ending ending) {
        if (part instanceof Part.Statement statement) {
            text.user(
                    "",
                    code.substring(statement.start(), statement.end()),
                    ";".repeat(needsSemicolon(statement)),
                    at(statement.start()),
                    statement.start());
        } else if (part instanceof Part.Variable variable) {
            assign(variable);
        } else if (part instanceof Part.Value value) {
            var before = ending == Ending.RETURNED ? "return " : "";
            var expression = code.substring(value.start(), value.end());
            text.user(before, expression, ";", at(value.start()), value.start());
        }
    }

    /** A statement without its semicolon stands at the end of the cell. */
    private int needsSemicolon(Part.Statement statement) {
        var end = code.substring(statement.start(), statement.end()).stripTrailing();
        return end.endsWith(";") || end.endsWith("}") ? 0 : 1;
    }

    private void assign(Part.Variable variable) {
        if (variable.from() < 0) {
            if (plan.reused(variable).isPresent()) {
                text.own(variable.name() + " = " + nothing(plan.type(variable)) + ";");
            }
            return;
        }
        var before = variable.name() + " = ";
        if (variable.elements()) {
            before += "new " + plan.type(variable) + " ";
        }
        var value = code.substring(variable.from(), variable.to());
        text.user(before, value, ";", at(variable.from()), variable.from());
    }

    private static String nothing(String type) {
        return switch (type) {
            case "boolean" -> "false";
            case "byte", "short", "int", "long", "float", "double", "char" -> "0";
            default -> "null";
        };
    }

    private Part last() {
        return plan.parts().get(plan.parts().size() - 1);
    }

    private Site at(int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += code.charAt(i) == '\n' ? 1 : 0;
        }
        return new Site(site, line);
    }

    /** A type that names one compiled anew names the new one. */
    String moved(String type) {
        var moved = type;
        for (var entry : plan.pulled()) {
            moved = moved(moved, entry);
        }
        for (var entry : plan.replaced()) {
            moved = moved(moved, entry);
        }
        return moved;
    }

    private String moved(String type, Entry entry) {
        return entry.kind() == Entry.Kind.TYPE
                ? type.replace(entry.owner() + "." + entry.name(), className + "." + entry.name())
                : type;
    }

    /** Returns what the class will hold. */
    Map<String, Entry> entries() {
        var entries = new LinkedHashMap<String, Entry>();
        for (var part : plan.parts()) {
            var entry = entry(part);
            if (entry != null) {
                entries.put(entry.key(), entry);
            }
        }
        for (var old : plan.pulled()) {
            var type = moved(old.type());
            var words = old.kind() == Entry.Kind.VARIABLE ? wordsOfType(type) : old.words();
            var entry =
                    new Entry(
                            old.kind(),
                            old.name(),
                            old.parameters(),
                            className,
                            type,
                            old.source(),
                            words,
                            old.site());
            entries.put(entry.key(), entry);
        }
        return entries;
    }

    private @Nullable Entry entry(Part part) {
        if (part instanceof Part.Type type && !plan.stays(type)) {
            return of(Entry.Kind.TYPE, type.name(), "", "", type.source(), type.start());
        }
        if (part instanceof Part.Method method && !plan.stays(method)) {
            return of(
                    Entry.Kind.METHOD,
                    method.name(),
                    method.parameters(),
                    "",
                    method.source(),
                    method.start());
        }
        if (part instanceof Part.Variable variable && plan.reused(variable).isEmpty()) {
            return of(
                    Entry.Kind.VARIABLE,
                    variable.name(),
                    "",
                    plan.type(variable),
                    "",
                    variable.start());
        }
        return null;
    }

    private Entry of(
            Entry.Kind kind,
            String name,
            String parameters,
            String type,
            String source,
            int start) {
        var words = kind == Entry.Kind.VARIABLE ? wordsOfType(type) : Entry.wordsOf(source);
        return new Entry(kind, name, parameters, className, type, source, words, at(start));
    }

    private static Set<String> wordsOfType(String type) {
        var words = new LinkedHashSet<String>();
        for (var token : Token.of(type)) {
            words.add(token.text());
        }
        return words;
    }
}
