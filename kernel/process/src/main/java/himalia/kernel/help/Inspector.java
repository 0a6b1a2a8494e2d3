package himalia.kernel.help;

import himalia.kernel.cells.Entry;
import himalia.kernel.cells.NoJava;
import himalia.kernel.java.Compiler;
import himalia.kernel.java.SimpleNames;
import himalia.kernel.java.Variable;
import himalia.kernel.java.Variables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Says what the name at the cursor is: the user's own first, then what the compiler knows. */
public final class Inspector {
    private static final Pattern MADE = Pattern.compile("\\bnew\\s+[\\w.]+\\z");

    private static final Pattern BY_TYPE =
            Pattern.compile(
                    "(?<![\\w.$)\\]])((?:[a-z]\\w*\\.)*[A-Z]\\w*(?:\\.[A-Z]\\w*)*)\\s*(?:\\.|::)\\s*(\\w+)\\z");

    private final Compiler compiler;
    private final LibraryDocs libraries;
    private final OwnDocs own;

    Inspector(Compiler compiler, LibraryDocs libraries) {
        this.compiler = compiler;
        this.libraries = libraries;
        this.own = new OwnDocs(compiler);
    }

    Optional<Inspection> inspect(String code, int cursor, boolean detailed) {
        var name = NameAt.of(code, cursor);
        if (name.isPresent()) {
            var own = ofCell(name.get(), code, detailed).or(() -> own(name.get().text(), detailed));
            if (own.isPresent()) {
                return own;
            }
        }
        int end = name.map(NameAt::end).orElse(cursor);
        var before = NoJava.blanked(code.substring(0, end));
        var called = NameAt.called(before);
        if (name.isEmpty() && called.isPresent()) {
            var own =
                    ofCell(called.get(), code, detailed)
                            .or(() -> own(called.get().text(), detailed));
            if (own.isPresent()) {
                return own;
            }
        }
        compiler.prepareFor(before, 0);
        // Of overloads JShell finds none by half of their arguments, and all by their name.
        return documentation(Context.of(before))
                .or(
                        () ->
                                called.flatMap(
                                        method ->
                                                documentation(
                                                        Context.of(
                                                                before.substring(
                                                                        0, method.end())))))
                .or(() -> ofObject(before))
                .or(() -> called.flatMap(method -> ofObject(before.substring(0, method.end()))));
    }

    /** A method of objects that is named by their type. */
    private Optional<Inspection> ofObject(String before) {
        var named = BY_TYPE.matcher(before);
        return named.find()
                ? documentation(
                        Context.of(
                                "%s((%s) null).%s"
                                        .formatted(
                                                before.substring(0, named.start()),
                                                named.group(1),
                                                named.group(2))))
                : Optional.empty();
    }

    /** What the cell itself declares, and the constructors that one of a class of it may begin with. */
    private Optional<Inspection> ofCell(NameAt name, String code, boolean detailed) {
        var calls = new OwnCalls(code);
        boolean isCall = code.startsWith("(", name.end());
        if (isCall && name.text().equals("this")) {
            return calls.type(name.end()).map(type -> declarations(List.of(type), false));
        }
        if (isCall && name.text().equals("super")) {
            var made =
                    calls.above(name.end())
                            .map(above -> calls.before(name.end()) + "new " + above + "(");
            return made.flatMap(text -> inspect(text, text.length(), detailed));
        }
        var methods = calls.methods(name);
        return methods.isEmpty() ? Optional.empty() : Optional.of(declarations(methods, detailed));
    }

    private Optional<Inspection> own(String name, boolean detailed) {
        var sources = new ArrayList<String>();
        for (var entry : compiler.cells().names().named(name)) {
            if (entry.kind() == Entry.Kind.VARIABLE) {
                return Optional.of(variable(Variables.of(entry)));
            }
            sources.add(entry.source().strip());
        }
        for (var variable : compiler.session().variables()) {
            if (variable.name().equals(name)) {
                return Optional.of(variable(new Variables(compiler).of(variable)));
            }
        }
        compiler.session().methods(name).forEach(each -> sources.add(each.source().strip()));
        compiler.session().types(name).forEach(each -> sources.add(each.source().strip()));
        if (sources.isEmpty()) {
            // What cannot be used yet was typed all the same.
            compiler.cells()
                    .names()
                    .waitingFor(name)
                    .ifPresent(each -> sources.add(each.entry().source().strip()));
        }
        return sources.isEmpty() ? Optional.empty() : Optional.of(declarations(sources, detailed));
    }

    private Inspection variable(Variable variable) {
        var declaration = variable.type() + " " + variable.name();
        var value = compiler.runner().valueText(variable);
        var text = declaration + value.map(v -> " = " + v).orElse("");
        return new Inspection(
                text,
                "```java\n"
                        + declaration
                        + "\n```\n"
                        + value.map(v -> "\n```\n" + v + "\n```\n").orElse(""));
    }

    private static Inspection declarations(List<String> sources, boolean detailed) {
        var text = new StringBuilder();
        var markdown = new StringBuilder();
        for (var source : sources) {
            var comment = Javadoc.comment(source);
            var head = detailed ? source : head(source);
            text.append(head).append('\n').append(comment.isEmpty() ? "" : "\n" + comment + "\n");
            markdown.append("```java\n").append(head).append("\n```\n");
            markdown.append(comment.isEmpty() ? "" : "\n" + comment + "\n");
        }
        return new Inspection(text.toString().strip(), markdown.toString().strip());
    }

    private static String head(String source) {
        var code = Javadoc.withoutComment(source);
        int brace = code.indexOf('{');
        return brace < 0
                ? code
                : code.substring(0, brace).strip() + String.join("", Constructors.of(code));
    }

    private Optional<Inspection> documentation(Context context) {
        for (var code : List.of(context.alone(), context.wrapped())) {
            // Of an object that is made its constructors are asked for, before its type.
            boolean isMade = MADE.matcher(code).find();
            for (var attempt : isMade ? List.of(code + "(", code) : List.of(code, code + "(")) {
                var found = compiler.analysis().documentation(attempt, attempt.length(), true);
                if (!found.isEmpty()) {
                    return Optional.of(of(found));
                }
            }
        }
        return Optional.empty();
    }

    private Inspection of(List<Documentation> found) {
        var text = new StringBuilder();
        var markdown = new StringBuilder();
        var notes = new LinkedHashSet<String>();
        for (var each : found) {
            var comment = comment(each, notes);
            var written = OwnDocs.signature(each);
            // Of a type itself, where it is from is what it says.
            boolean type = MemberSignature.withoutTypeArguments(written).matches("[\\w.$]+");
            var signature = type ? written : GenericCall.asWritten(SimpleNames.in(written));
            text.append(signature).append('\n');
            markdown.append("```java\n").append(signature).append("\n```\n");
            if (!comment.isEmpty()) {
                text.append('\n').append(comment).append("\n\n");
                markdown.append('\n').append(comment).append("\n\n");
            }
        }
        var note = String.join("", notes);
        return new Inspection((text + note).strip(), (markdown + note).strip());
    }

    /** Returns what is written about it, or notes how to get that. */
    private String comment(Documentation each, Set<String> notes) {
        var javadoc = each.javadoc();
        if (javadoc != null && !javadoc.isBlank()) {
            return DocMarkdown.of(javadoc);
        }
        var ofCell = own.comment(each);
        if (ofCell.isPresent()) {
            return DocMarkdown.of(ofCell.get());
        }
        var library = libraries.of(each);
        if (library.isEmpty()) {
            notes.add(withoutSources());
            return "";
        }
        if (!library.get().advice().isEmpty()) {
            notes.add("\n" + library.get().advice());
        }
        return DocMarkdown.of(library.get().comment());
    }

    /** Says how to get documentation, where the JDK was installed without its sources. */
    private static String withoutSources() {
        var home = Path.of(System.getProperty("java.home"));
        return Files.exists(home.resolve("lib/src.zip"))
                ? ""
                : "\nNo documentation: the JDK in "
                        + home
                        + " has no lib/src.zip. Install its sources (Debian: openjdk-"
                        + Runtime.version().feature()
                        + "-source), then restart the kernel.";
    }
}
