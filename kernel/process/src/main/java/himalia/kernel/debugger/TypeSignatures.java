package himalia.kernel.debugger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Types as class files write them, read into Java source. */
final class TypeSignatures {
    private final String text;
    private final Set<String> variables = new TreeSet<>();
    private int at;

    private TypeSignatures(String text) {
        this.text = text;
    }

    /**
     * A type as source.
     *
     * @param text its source
     * @param variables the type variables it names
     */
    record Written(String text, Set<String> variables) {}

    /** Reads the type of a variable or a field, generic or not. */
    static Written type(String signature) {
        var reader = new TypeSignatures(signature);
        var written = reader.type();
        return new Written(written, reader.variables);
    }

    /** Reads the type parameters of a class or a method: name to name and bounds, as source. */
    static Map<String, String> parameters(String signature) {
        return new TypeSignatures(signature).parameters();
    }

    /** Returns the name of a class as source has it; local classes, which have none, under that of their file. */
    static String name(String binary) {
        var dotted = binary.replace('/', '.');
        var outer = CellCode.outer(dotted);
        int from = outer.map(String::length).orElse(0);
        var result = new StringBuilder(dotted.substring(0, from));
        for (int i = from; i < dotted.length(); i++) {
            char c = dotted.charAt(i);
            boolean inner =
                    c == '$'
                            && i > 0
                            && i + 1 < dotted.length()
                            && !Character.isDigit(dotted.charAt(i + 1));
            result.append(inner ? '.' : c);
        }
        return result.toString();
    }

    private String type() {
        char kind = text.charAt(at);
        at++;
        return switch (kind) {
            case 'Z' -> "boolean";
            case 'B' -> "byte";
            case 'S' -> "short";
            case 'C' -> "char";
            case 'I' -> "int";
            case 'J' -> "long";
            case 'F' -> "float";
            case 'D' -> "double";
            case 'V' -> "void";
            case '[' -> type() + "[]";
            case 'T' -> variable();
            default -> declared();
        };
    }

    private String variable() {
        var name = until(";");
        at++;
        variables.add(name);
        return name;
    }

    private String declared() {
        var result = new StringBuilder(name(until("<;.")));
        while (true) {
            char next = text.charAt(at);
            at++;
            if (next == ';') {
                return result.toString();
            }
            if (next == '<') {
                result.append('<').append(String.join(", ", arguments())).append('>');
            } else {
                result.append('.').append(until("<;."));
            }
        }
    }

    private List<String> arguments() {
        var arguments = new ArrayList<String>();
        while (text.charAt(at) != '>') {
            switch (text.charAt(at)) {
                case '*' -> {
                    at++;
                    arguments.add("?");
                }
                case '+' -> {
                    at++;
                    arguments.add("? extends " + type());
                }
                case '-' -> {
                    at++;
                    arguments.add("? super " + type());
                }
                default -> arguments.add(type());
            }
        }
        at++;
        return arguments;
    }

    private Map<String, String> parameters() {
        var found = new LinkedHashMap<String, String>();
        if (text.isEmpty() || text.charAt(0) != '<') {
            return found;
        }
        at = 1;
        while (text.charAt(at) != '>') {
            var name = until(":");
            var bounds = new ArrayList<String>();
            while (text.charAt(at) == ':') {
                at++;
                if (text.charAt(at) != ':') {
                    bounds.add(type());
                }
            }
            found.put(name, name + " extends " + String.join(" & ", bounds));
        }
        return found;
    }

    private String until(String ends) {
        int from = at;
        while (ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at);
    }
}
