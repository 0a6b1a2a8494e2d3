package himalia.kernel.advice;

import himalia.display.bundle.Nearest;
import himalia.javac.Problem;
import himalia.kernel.cells.SourceNames;
import himalia.kernel.java.Compiler;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A name that nothing declares: a ready import, or the nearest name that there is. */
final class MissingName {
    private static final int IMPORTS = 3;

    /** Where the classes of cells are. */
    private static final String OWN = "REPL.";

    /** What names of other languages, and of lengths and ends, are in Java. */
    private static final Map<String, String> ELSEWHERE =
            Map.ofEntries(
                    Map.entry("method print", "Write System.out.print(…)."),
                    Map.entry("method println", "Write System.out.println(…)."),
                    Map.entry("method printf", "Write System.out.printf(…)."),
                    Map.entry("method puts", "Write System.out.println(…)."),
                    Map.entry("method echo", "Write System.out.println(…)."),
                    Map.entry("variable console", "Write System.out.println(…)."),
                    Map.entry("variable cout", "Write System.out.println(…)."),
                    Map.entry("variable Console", "Write System.out.println(…)."),
                    Map.entry("method input", "Input.read(\"…\") asks for a line."),
                    Map.entry(
                            "method len",
                            "A text has s.length(), an array a.length, a list l.size()."),
                    Map.entry("method range", "To count write for (int i = 0; i < n; i++)."),
                    Map.entry("method str", "String.valueOf(…) makes a text of a value."),
                    Map.entry("variable True", "Write true."),
                    Map.entry("variable False", "Write false."),
                    Map.entry("variable None", "Write null."),
                    Map.entry("variable Null", "Write null."),
                    Map.entry("variable NULL", "Write null."),
                    Map.entry("variable nil", "Write null."),
                    Map.entry("variable undefined", "Write null."),
                    Map.entry("class bool", "Write boolean."),
                    Map.entry("class Int", "Write int, or Integer for the object."),
                    Map.entry("class Char", "Write char, or Character for the object."),
                    Map.entry("class str", "Write String."),
                    Map.entry("class let", "Write var, or the type of the value."),
                    Map.entry("class auto", "Write var, or the type of the value."),
                    Map.entry("variable self", "Write this, inside a class."),
                    Map.entry("method exit", "%exit ends the session."),
                    Map.entry("method quit", "%exit ends the session."),
                    Map.entry("variable exit", "%exit ends the session."),
                    Map.entry("variable quit", "%exit ends the session."),
                    Map.entry(
                            "variable help",
                            "%lsmagic lists the magics; for help on a name write name?."),
                    Map.entry("variable ls", "A shell command begins with !: write !ls."),
                    Map.entry("variable pwd", "%pwd shows the folder."),
                    Map.entry(
                            "variable clear",
                            "%reset forgets all names; the outputs are cleared in the menu of the front end."));

    /** How an array, a text and a collection say how much they hold. */
    private static final Set<String> SIZES = Set.of("length", "size", "len", "count");

    private final Compiler compiler;

    MissingName(Compiler compiler) {
        this.compiler = compiler;
    }

    Optional<String> advice(
            Problem problem, String said, Pattern symbol, Pattern location, String source) {
        var found = symbol.matcher(said);
        if (!found.find()) {
            return Optional.empty();
        }
        var kind = found.group(1);
        var name = found.group(2);
        var waiting = compiler.cells().names().waitingFor(name);
        if (waiting.isPresent()) {
            return Optional.of(waiting.get().text() + ".");
        }
        var elsewhere = ELSEWHERE.get(kind + " " + name);
        if (elsewhere != null && !compiler.declared().contains(name)) {
            return Optional.of(elsewhere);
        }
        if (SIZES.contains(name)) {
            var size = size(problem.message());
            if (size.isPresent()) {
                return size;
            }
        }
        var place = location.matcher(problem.message());
        if (place.find() && place.group(1).indexOf('.') > 0 && !place.group(1).startsWith(OWN)) {
            return nearest(name, members(place.group(1)))
                    .map(
                            near ->
                                    near.equals(name)
                                            ? other(kind, name)
                                            : "Did you mean " + near + "?")
                    .or(() -> Optional.of(noMember(kind, name, place.group(1))));
        }
        if (kind.equals("method") && Character.isUpperCase(name.charAt(0))) {
            return Optional.of("An object is made with new: new " + name + "(…).");
        }
        if (Character.isUpperCase(name.charAt(0)) && !kind.equals("method")) {
            var imports = imports(name);
            if (imports.isPresent()) {
                return imports;
            }
        }
        return constant(name, source)
                .or(() -> nearest(name, names(kind, name, source)))
                .map(near -> "Did you mean " + near + "?")
                .or(() -> Optional.of(undeclared(kind, name, source)));
    }

    /** A constant of an enum, written without the enum's name. */
    private Optional<String> constant(String name, String source) {
        var form =
                Pattern.compile("\\benum\\s+(\\w+)[^{]*\\{[^;}]*\\b" + Pattern.quote(name) + "\\b");
        var sources = new ArrayList<>(List.of(source));
        compiler.cells().names().types().forEach(type -> sources.add(type.source()));
        for (var each : sources) {
            var found = form.matcher(each);
            if (found.find()) {
                return Optional.of(found.group(1) + "." + name);
            }
        }
        return Optional.empty();
    }

    /** A field taken for a method, or a method for a field. */
    private static String other(String kind, String name) {
        return kind.equals("method")
                ? name + " is no method: write it without parentheses."
                : name + " is a method: write " + name + "().";
    }

    private static String noMember(String kind, String name, String type) {
        var simple = type.substring(type.lastIndexOf('.') + 1);
        var has =
                "A value of type "
                        + simple
                        + " has no "
                        + (kind.equals("method") ? "method " : "")
                        + name;
        return simple.equals("Object")
                ? has + ": say first what it is, as in ((Integer) value)." + name + "()."
                : has + "; what it has is listed by Tab behind its dot.";
    }

    /** Of a letter or two another one is no slip, of more one in three may be. */
    private static Optional<String> nearest(String name, List<String> known) {
        int most = name.length() < 3 ? 0 : name.length() / 3;
        return Nearest.to(name, known, most);
    }

    private static Optional<String> size(String message) {
        if (message.matches("(?s).*(?:of type|class) \\S*\\[\\].*")) {
            return Optional.of(
                    "The number of elements of an array is array.length, without parentheses.");
        }
        if (message.matches("(?s).*(?:of type|class) (?:java\\.lang\\.)?String\\b.*")) {
            return Optional.of("The number of characters of a text is text.length().");
        }
        return message.matches(
                        "(?s).*(?:of type|class|interface) (?:java\\.util\\.)?\\w*(?:List|Set|Map|Deque|Queue|Collection)\\b.*")
                ? Optional.of("The number of elements of a collection is collection.size().")
                : Optional.empty();
    }

    /** Advises on a package that is not there: a misspelt import, or a misspelt name before a dot. */
    Optional<String> ofPackage(String name, String source) {
        if (Pattern.compile("import\\s+(static\\s+)?" + Pattern.quote(name))
                .matcher(source)
                .find()) {
            return Optional.of(
                    nearest(name, compiler.path().types().packages())
                            .map(near -> "Did you mean " + near + "?")
                            .or(() -> WhereToGet.of(name))
                            .orElse("No jar here has it; %maven group:artifact:version adds one."));
        }
        var first = name.replaceFirst("\\..*", "");
        return nearest(first, names("variable or class", first, source))
                .map(near -> "Did you mean " + near + "?")
                .or(() -> Optional.of(undeclared("variable", first, source)));
    }

    private Optional<String> imports(String name) {
        var places = compiler.path().types().named(name);
        if (places.isEmpty()) {
            places = compiler.path().preloadedTypes().named(name);
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var lines = places.stream().limit(IMPORTS).map(place -> "import " + place + ";").toList();
        return Optional.of(name + " is not imported. Write above: " + String.join("  or  ", lines));
    }

    private static String undeclared(String kind, String name, String source) {
        if (Pattern.compile("import\\s+[\\w.]+\\." + Pattern.quote(name) + "\\s*;")
                .matcher(source)
                .find()) {
            return "An import names a class, or with .* all classes of a package: import java.util.*;";
        }
        if (kind.equals("variable")
                && Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "\\s*=(?!=)")
                        .matcher(source)
                        .find()) {
            return "A new variable is declared with its type: int "
                    + name
                    + " = …, or var "
                    + name
                    + " = ….";
        }
        return kind.equals("method")
                ? "No method " + name + " was declared; run the cell that declares it first."
                : "Nothing named " + name + " was declared; run the cell that declares it first.";
    }

    /** Names that the user may have meant. */
    private List<String> names(String kind, String name, String source) {
        var names = new ArrayList<>(compiler.declared());
        // A name of a cell that failed half way may be known and yet mean nothing.
        names.remove(name);
        for (var word : SourceNames.of(source)) {
            boolean type = !kind.endsWith("class") || Character.isUpperCase(word.text().charAt(0));
            if (type && !word.text().equals(name) && word.text().indexOf('.') < 0) {
                names.add(word.text());
            }
        }
        if (Character.isUpperCase(name.charAt(0)) || kind.endsWith("class")) {
            names.addAll(compiler.imports().startingWith("").keySet());
            compiler.path().types().simpleNames().stream()
                    .filter(each -> compiler.imports().type(each).isPresent())
                    .forEach(names::add);
            names.addAll(List.of("String", "Integer", "Double", "Boolean", "Math", "System"));
        } else {
            names.addAll(List.of("true", "false", "null", "int", "double", "boolean"));
            names.addAll(List.of("Math", "System", "String", "Integer", "Double", "Thread"));
            compiler.path().types().simpleNames().stream()
                    .filter(each -> each.equalsIgnoreCase(name))
                    .filter(each -> compiler.imports().type(each).isPresent())
                    .forEach(names::add);
            names.addAll(compiler.imports().startingWith("").keySet());
        }
        names.removeIf(name::equals);
        return names;
    }

    /** The public members of a type of the JDK; of others the process of the compiler knows nothing. */
    private static List<String> members(String type) {
        try {
            var known = Class.forName(type, false, ClassLoader.getPlatformClassLoader());
            var names = new ArrayList<String>();
            Arrays.stream(known.getMethods()).map(Method::getName).forEach(names::add);
            Arrays.stream(known.getFields()).map(Field::getName).forEach(names::add);
            return names;
        } catch (ClassNotFoundException | LinkageError e) {
            return List.of();
        }
    }
}
