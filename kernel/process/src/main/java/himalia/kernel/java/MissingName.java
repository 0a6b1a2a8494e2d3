package himalia.kernel.java;

import himalia.javac.Problem;
import himalia.kernel.cells.Words;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A name that nothing declares: a ready import, or the nearest name that there is. */
final class MissingName {
    private static final int IMPORTS = 3;

    /** Where the classes of cells are. */
    private static final String OWN = "REPL.";

    /** What other languages, and Java's own compact source files, print with. */
    private static final Set<String> PRINTS = Set.of("print", "println");

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
        if (kind.equals("method") && PRINTS.contains(name)) {
            return Optional.of("Write System.out." + name + "(…).");
        }
        var place = location.matcher(problem.message());
        if (place.find() && place.group(1).indexOf('.') > 0 && !place.group(1).startsWith(OWN)) {
            return Nearest.to(name, members(place.group(1)))
                    .map(near -> "Did you mean " + near + "?");
        }
        if (Character.isUpperCase(name.charAt(0)) && !kind.equals("method")) {
            var imports = imports(name);
            if (imports.isPresent()) {
                return imports;
            }
        }
        return Nearest.to(name, names(kind, name, source))
                .map(near -> "Did you mean " + near + "?")
                .or(() -> Optional.of(undeclared(kind, name)));
    }

    /** Advises on a package that is not there: a misspelt import, or a misspelt name before a dot. */
    Optional<String> ofPackage(String name, String source) {
        if (Pattern.compile("import\\s+(static\\s+)?" + Pattern.quote(name))
                .matcher(source)
                .find()) {
            return Optional.of(
                    Nearest.to(name, compiler.types().packages())
                            .map(near -> "Did you mean " + near + "?")
                            .orElse("No jar here has it; %maven group:artifact:version adds one."));
        }
        var first = name.replaceFirst("\\..*", "");
        return Nearest.to(first, names("variable or class", first, source))
                .map(near -> "Did you mean " + near + "?")
                .or(() -> Optional.of(undeclared("variable", first)));
    }

    private Optional<String> imports(String name) {
        var places = compiler.types().named(name);
        if (places.isEmpty()) {
            places = compiler.preloadedTypes().named(name);
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var lines = places.stream().limit(IMPORTS).map(place -> "import " + place + ";").toList();
        return Optional.of(name + " is not imported. Write above: " + String.join("  or  ", lines));
    }

    private static String undeclared(String kind, String name) {
        return kind.equals("method")
                ? "No method " + name + " was declared; run the cell that declares it first."
                : "Nothing named " + name + " was declared; run the cell that declares it first.";
    }

    /** Names that the user may have meant. */
    private List<String> names(String kind, String name, String source) {
        var names = new ArrayList<>(compiler.declared());
        // A name of a cell that failed half way may be known and yet mean nothing.
        names.remove(name);
        for (var word : Words.of(source)) {
            if (!word.text().equals(name) && word.text().indexOf('.') < 0) {
                names.add(word.text());
            }
        }
        if (Character.isUpperCase(name.charAt(0)) || kind.endsWith("class")) {
            names.addAll(compiler.imports().startingWith("").keySet());
            compiler.types().simpleNames().stream()
                    .filter(each -> compiler.imports().type(each).isPresent())
                    .forEach(names::add);
            names.addAll(List.of("String", "Integer", "Double", "Boolean", "Math", "System"));
        } else {
            names.addAll(List.of("true", "false", "null", "int", "double", "boolean"));
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
