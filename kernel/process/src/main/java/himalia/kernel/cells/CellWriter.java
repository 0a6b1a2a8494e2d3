package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the class of a cell: its variables as fields, its methods and types, and a method that runs the rest. */
final class CellWriter {
    /** The method that runs the cell. */
    static final String RUN = "do_it$";

    /** The field that says which part runs. */
    static final String AT = "$at";

    private final String className;
    private final CellPlan plan;
    private final String code;
    private final CellSource cell;
    private final MovedTypes types;
    private final CellClassText text = new CellClassText();
    private final List<CompiledCell.Step> steps = new ArrayList<>();
    private final Map<String, Part.Declaration> written = new LinkedHashMap<>();

    /** The names of variables that are local ones in the text, and fields when it is compiled. */
    private final Set<String> hoisted = new HashSet<>();

    CellWriter(CellSource cell, CellPlan plan) {
        this.className = cell.className();
        this.plan = plan;
        this.code = cell.code();
        this.cell = cell;
        this.types = new MovedTypes(className, plan);
    }

    CellClassText text() {
        return text;
    }

    /** Returns the parts and the generated lines at which they begin to run. */
    List<CompiledCell.Step> steps() {
        return steps;
    }

    /** Returns the keys of what the class declares, in the order of its text; what is hoisted stands before all that. */
    List<String> members() {
        var members = new ArrayList<String>();
        written.values().stream().filter(this::isHoisted).forEach(each -> members.add(each.key()));
        written.values().stream()
                .filter(each -> !isHoisted(each))
                .forEach(each -> members.add(each.key()));
        plan.anew().forEach(entry -> members.add(entry.key()));
        return members;
    }

    /** How the expression at the end is written. */
    enum Ending {
        /** Its value is returned. */
        RETURNED,
        /** Its value is that of a variable without a written type, and so of its own type, and returned. */
        NAMED,
        /** It is run for its effect. */
        RUN
    }

    /** Writes the class, with the variables of these names as local ones. */
    void writeHoisting(Set<String> names, List<String> imports, Ending ending) {
        hoisted.addAll(names);
        write(imports, ending);
    }

    private boolean isHoisted(Part.Declaration part) {
        return part instanceof Part.Variable && hoisted.contains(part.name());
    }

    void write(List<String> imports, Ending ending) {
        head(imports);
        for (var part : plan.parts()) {
            if (part instanceof Part.Declaration declaration) {
                declare(declaration);
            }
        }
        for (var entry : plan.anew()) {
            if (entry.kind() == Entry.Kind.VARIABLE) {
                var field = types.moved(entry.type()) + " " + entry.name() + ";";
                text.moved("public static " + shared(entry.trait()), field, "", entry, 0);
            } else {
                boolean closed = entry.trait() == Entry.Trait.CLOSED;
                var sink = new Sink(entry, -1);
                declare(closed ? "static " : "public static ", entry.source(), entry.key(), sink);
            }
        }
        text.own("public static int " + AT + ";");
        boolean value = last() instanceof Part.Value && ending != Ending.RUN;
        var language = language(imports);
        var given = value ? language.object() : "void";
        text.own("public static " + given + " " + RUN + "() throws " + language.throwable() + " {");
        var runs = new RunWriter(cell, plan, text, types, hoisted, language);
        for (int i = 0; i < plan.parts().size(); i++) {
            var part = plan.parts().get(i);
            var key = part instanceof Part.Declaration each ? each.key() : "";
            steps.add(new CompiledCell.Step(text.line(), key));
            runs.write(part, i, ending);
        }
        text.own("}}");
    }

    private LanguageNames language(List<String> imports) {
        var hidden = new HashSet<String>(plan.declaredNames());
        imports.forEach(line -> hidden.add(UserImports.simple(line)));
        plan.anew().forEach(entry -> hidden.add(entry.name()));
        return new LanguageNames(hidden);
    }

    private void declare(Part.Declaration part) {
        if (isHoisted(part)) {
            written.put(part.key(), part);
        } else if (part instanceof Part.Variable variable
                && plan.reused(variable).isEmpty()
                && plan.writes(variable)) {
            written.put(part.key(), part);
            declare("public static ", variable);
        } else if (part instanceof Part.Type type && plan.writes(type)) {
            written.put(part.key(), part);
            var before = type.open() ? "public static " : "static ";
            declare(before, type.source(), type.key(), new Sink(null, type.start()));
        } else if (part instanceof Part.Method method && plan.writes(method)) {
            written.put(part.key(), part);
            declare(
                    "public static ",
                    method.source(),
                    method.key(),
                    new Sink(null, method.start()));
        }
    }

    /** Where the text of a declaration comes from: an entry, or a place in the cell. */
    private record Sink(@Nullable Entry entry, int start) {}

    /** Writes a declaration; words are thrown in the place of those bodies that cannot be compiled yet. */
    private void declare(String before, String source, String key, Sink sink) {
        var stub = plan.stub(key);
        int done = 0;
        var first = before;
        if (stub.isPresent()) {
            for (var body : stub.get().bodies()) {
                var thrown = stub.get().inPlaceOf(source.substring(body.start(), body.end()));
                add(first, source.substring(done, body.start()), thrown, sink, done);
                first = "";
                done = body.end();
            }
        }
        add(first, source.substring(done), "", sink, done);
    }

    private void add(String before, String code, String after, Sink sink, int from) {
        if (sink.entry() == null) {
            int offset = sink.start() + from;
            text.user(before, code, after, cell.at(offset), offset);
        } else {
            text.moved(before, code, after, sink.entry(), from);
        }
    }

    /** Writes a class from which only the types of variables are read. */
    void writeForTypes(List<String> imports) {
        head(imports);
        for (var part : plan.parts()) {
            if (part instanceof Part.Variable variable
                    && variable.type().isPresent()
                    && plan.writes(variable)) {
                declare("static ", variable);
            } else if (part instanceof Part.Type type && plan.writes(type)) {
                declare("static ", type.source(), type.key(), new Sink(null, type.start()));
            } else if (part instanceof Part.Method method && plan.writes(method)) {
                var head = method.source().substring(0, method.body());
                text.user(
                        "static ",
                        head,
                        "{ throw null; }",
                        cell.at(method.start()),
                        method.start());
            }
        }
        text.own("static void " + RUN + "() throws " + language(imports).throwable() + " {");
        for (var part : plan.parts()) {
            if (part instanceof Part.Variable variable
                    && variable.type().isEmpty()
                    && variable.from() < 0) {
                int name = code.indexOf(variable.name(), variable.start());
                text.own("var ", variable.name() + ";", name);
            } else if (part instanceof Part.Variable variable && variable.type().isEmpty()) {
                var value = code.substring(variable.from(), variable.to());
                var before = "var " + variable.name() + " = ";
                text.user(before, value, ";", cell.at(variable.from()), variable.from());
            }
        }
        text.own("}}");
    }

    private void declare(String before, Part.Variable variable) {
        var type = types.moved(plan.types().of(variable));
        var shared = shared(variable.trait());
        text.own(before + shared, type + " " + variable.name() + ";", variable.start());
    }

    private static String shared(Entry.Trait trait) {
        return trait == Entry.Trait.SHARED ? "volatile " : "";
    }

    private void head(List<String> imports) {
        int dot = className.lastIndexOf('.');
        text.own("package " + className.substring(0, dot) + ";");
        for (var name : imports) {
            int place = placeOf(name);
            if (place < 0) {
                text.own("import " + name + ";");
            } else {
                text.own("import ", name + ";", place);
            }
        }
        text.ofClass("public class " + className.substring(dot + 1) + " {");
    }

    private int placeOf(String imported) {
        return plan.parts().stream()
                .filter(part -> part instanceof Part.Import each && each.name().equals(imported))
                .mapToInt(part -> ((Part.Import) part).at())
                .findFirst()
                .orElse(-1);
    }

    private Part last() {
        return plan.parts().get(plan.parts().size() - 1);
    }

    /** Returns what the class holds. */
    List<Entry> entries() {
        var entries = new LinkedHashMap<String, Entry>();
        written.forEach((key, part) -> entries.put(key, entry(part)));
        for (var old : plan.anew()) {
            entries.put(old.key(), old.movedTo(className, types.moved(old.type())));
        }
        return List.copyOf(entries.values());
    }

    /** Returns what waits by the types that there are from now on: with those of before a variable would come back as one of a class that is gone. */
    List<Waiting> waiting(List<Waiting> all) {
        return all.stream()
                .map(
                        each -> {
                            var entry = each.entry();
                            var now = entry.movedTo(entry.owner(), types.moved(entry.type()));
                            return new Waiting(now, each.until(), each.error());
                        })
                .toList();
    }

    /** Returns a declaration of the cell as an entry of the class. */
    Entry entry(Part.Declaration part) {
        if (part instanceof Part.Type type) {
            var trait = type.open() ? Entry.Trait.NONE : Entry.Trait.CLOSED;
            return of(part, "", type.source(), trait);
        }
        if (part instanceof Part.Method method) {
            return of(part, "", method.source(), Entry.Trait.NONE);
        }
        var variable = (Part.Variable) part;
        return of(part, types.moved(plan.types().of(variable)), "", variable.trait());
    }

    private Entry of(Part.Declaration part, String type, String source, Entry.Trait trait) {
        var words = type.isEmpty() ? Entry.wordsOf(source) : Entry.wordsOfType(type);
        return new Entry(
                part.kind(),
                part.name(),
                part.parameters(),
                className,
                type,
                source,
                words,
                plan.sight().beside(),
                cell.at(part.start()),
                trait);
    }
}
