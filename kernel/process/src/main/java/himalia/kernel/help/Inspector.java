package himalia.kernel.help;

import himalia.kernel.cells.Entry;
import himalia.kernel.cells.NoJava;
import himalia.kernel.cells.OpenText;
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
import java.util.stream.Stream;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Says what the name at the cursor is: the user's own first, then what the compiler knows. */
public final class Inspector {
    private static final Pattern MADE = Pattern.compile("\\bnew\\s+[\\w.]+\\z");

    private static final Pattern REFERENCE = Pattern.compile("\\s*::\\s*(\\w+)\\z");

    /** A name that stands by itself. */
    private static final Pattern ALONE = Pattern.compile("(?<![\\w.$:@])[a-zA-Z_$][\\w$]*\\z");

    /** Each type above is asked for three times. */
    private static final int MOST_ABOVE = 12;

    private final Compiler compiler;
    private final LibraryDocs libraries;
    private final OwnDocs own;

    Inspector(Compiler compiler, LibraryDocs libraries) {
        this.compiler = compiler;
        this.libraries = libraries;
        this.own = new OwnDocs(compiler);
    }

    Optional<Inspection> inspect(String code, int cursor, boolean detailed) {
        int text = openText(code, cursor);
        var name = text < 0 ? NameAt.of(code, cursor) : Optional.<NameAt>empty();
        if (name.isPresent()) {
            var own = ofCell(name.get(), code, detailed).or(() -> own(name.get().text(), detailed));
            if (own.isPresent()) {
                return own;
            }
        }
        int end = text < 0 ? name.map(NameAt::end).orElse(cursor) : text;
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
        var rest = NoJava.blanked(code).substring(end);
        // Of overloads JShell finds none by half of their arguments, and all by their name.
        return known(before, rest)
                .or(
                        () ->
                                called.flatMap(
                                        method ->
                                                known(
                                                        before.substring(0, method.end()),
                                                        before.substring(method.end()) + rest)));
    }

    /** Returns where the text begins that the cursor is in, -1 where it is in none: words in one name nothing. */
    private static int openText(String code, int cursor) {
        int open = OpenText.in(NoJava.blanked(code.substring(0, cursor)));
        return open >= 0 && "\"'".indexOf(code.charAt(open)) >= 0 ? open : -1;
    }

    /** What the compiler knows of what code ends with, else of what that stands for which it does not see. */
    private Optional<Inspection> known(String before, String rest) {
        var reference = REFERENCE.matcher(before);
        if (reference.find()) {
            return referred(before, reference.start(), reference.group(1));
        }
        return documentation(before)
                .or(() -> ByType.ofObject(before).flatMap(this::documentation))
                .or(() -> inherited(before))
                .or(() -> new BelowFirst(before, before + rest).moved().flatMap(this::first));
    }

    /** A reference in the values of a call is to JShell that call. */
    private Optional<Inspection> referred(String before, int colons, String name) {
        var owner = before.substring(0, colons);
        if (name.equals("new")) {
            var type = ByType.referred(owner + "::");
            return type.flatMap(
                    each ->
                            documentation(
                                    owner.substring(0, owner.length() - each.length())
                                            + "new "
                                            + each));
        }
        return documentation(owner + "." + name)
                .or(() -> ByType.ofObject(before).flatMap(this::documentation));
    }

    /** A member of a type above the one that the code is in, by its name alone. */
    private Optional<Inspection> inherited(String before) {
        var name = ALONE.matcher(before);
        if (!name.find()) {
            return Optional.empty();
        }
        var start = before.substring(0, name.start());
        return MembersInReach.around(before).stream()
                .flatMap(members -> members.above().stream().flatMap(each -> owners(members, each)))
                .limit(MOST_ABOVE)
                .flatMap(owner -> documentation(start + owner + name.group()).stream())
                .findFirst();
    }

    private static Stream<String> owners(MembersInReach members, MembersInReach.Above above) {
        var ofType = above.type() + ".";
        return members.isStatic()
                ? Stream.of(ofType)
                : Stream.of("super.", ByType.object(above.type()), ofType);
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

    private Optional<Inspection> documentation(String before) {
        var context = Context.of(before);
        return first(context.alone()).or(() -> first(context.wrapped()));
    }

    private Optional<Inspection> first(String code) {
        // Of an object that is made its constructors are asked for, before its type.
        boolean isMade = MADE.matcher(code).find();
        for (var attempt : isMade ? List.of(code + "(", code) : List.of(code, code + "(")) {
            var found = compiler.analysis().documentation(attempt, attempt.length(), true);
            if (!found.isEmpty()) {
                return Optional.of(of(found));
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
