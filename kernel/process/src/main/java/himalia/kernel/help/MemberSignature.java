package himalia.kernel.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What JShell says of a thing, such as {@code String Gson.toJson(Object src)}, taken apart.
 *
 * @param type the class, as it is called where it is imported or not; nested ones after a dot
 * @param member the method or field; empty for the class itself
 * @param parameters the simple types of a method's or constructor's parameters; nothing for what has none
 */
record MemberSignature(String type, String member, Optional<List<String>> parameters) {
    static MemberSignature of(String text) {
        var plain = withoutTypeArguments(text.replaceFirst("\\) throws .*$", ")"));
        int open = plain.indexOf('(');
        if (open >= 0) {
            var parameters = Optional.of(types(plain.substring(open + 1, plain.lastIndexOf(')'))));
            var head = plain.substring(0, open).strip();
            int space = head.lastIndexOf(' ');
            // A constructor has no type before its name.
            return space < 0
                    ? new MemberSignature(head, last(head), parameters)
                    : member(head.substring(space + 1), parameters);
        }
        int colon = plain.indexOf(':');
        return colon >= 0
                ? member(plain.substring(0, colon), Optional.empty())
                : new MemberSignature(plain.strip(), "", Optional.empty());
    }

    private static MemberSignature member(String name, Optional<List<String>> parameters) {
        int dot = name.lastIndexOf('.');
        return new MemberSignature(
                dot < 0 ? "" : name.substring(0, dot), name.substring(dot + 1), parameters);
    }

    /** Returns the same read in another way: what looks like a class may be a constant of one. */
    MemberSignature asConstant() {
        return member(type, Optional.empty());
    }

    private static List<String> types(String parameters) {
        var types = new ArrayList<String>();
        for (var each : parameters.split(",")) {
            // Annotations stand before the type; the name after it, where it is known.
            var words = each.strip().replaceAll("@\\S+\\s+", "").split("\\s+");
            if (!words[0].isEmpty()) {
                types.add(simple(words[0]));
            }
        }
        return types;
    }

    /** Returns a type as it is compared: its last name, and whether it is an array. */
    static String simple(String type) {
        return last(withoutTypeArguments(type).replace("...", "[]").replace(" ", ""));
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    static String withoutTypeArguments(String text) {
        var plain = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '<' ? 1 : 0;
            if (depth == 0) {
                plain.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        return plain.toString();
    }
}
