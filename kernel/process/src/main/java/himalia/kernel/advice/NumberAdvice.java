package himalia.kernel.advice;

import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text that is no number: what it is, and what reads it. */
final class NumberAdvice {
    private static final Pattern TYPED = Pattern.compile("For input string: \"(.*?)\"(?s:.*)");

    /** From here on a number is too large for a long. */
    private static final int DIGITS_OF_LONG = 19;

    private NumberAdvice() {}

    static @Nullable String of(Thrown thrown) {
        var said = thrown.message();
        if (said.startsWith("empty String")) {
            return "The text is empty.";
        }
        if (said.startsWith("Cannot parse null string")) {
            return "The text is null, and no number.";
        }
        if (said.startsWith("Character , is neither a decimal digit")) {
            return commas(false, "");
        }
        var typed = TYPED.matcher(said);
        return typed.matches() ? text(typed.group(1), thrown) : null;
    }

    private static String text(String text, Thrown thrown) {
        boolean whole = isRead("Double", thrown) && isRead("Float", thrown);
        if (text.isBlank()) {
            return "The text is empty.";
        }
        if (!text.equals(text.strip())) {
            return "There are blanks around the number: text.strip() takes them away.";
        }
        if (whole && text.matches("[+-]?\\d+\\.\\d*")) {
            return "It has a point: Double.parseDouble(…) reads it.";
        }
        if (whole && text.matches("[+-]?\\d+(\\.\\d+)?[eE][+-]?\\d+")) {
            return "It has an exponent: Double.parseDouble(…) reads it.";
        }
        if (whole && text.matches("[+-]?\\d{10,}")) {
            return text.replaceFirst("[+-]", "").length() >= DIGITS_OF_LONG
                    ? "It is too large for a long: new BigInteger(…) reads it."
                    : "It is too large for an int: Long.parseLong(…) reads it.";
        }
        if (text.matches("[+-]?\\d+(,\\d+)+(\\.\\d+)?")) {
            return commas(whole, text);
        }
        if (text.matches("\\d+(_\\d+)+")) {
            return "It has a _ between its digits, as only numbers in Java's own code have: text.replace(\"_\", \"\") takes it away.";
        }
        if (whole && text.matches("0[xX][0-9a-fA-F]+")) {
            return "It is hexadecimal: Integer.decode(…) reads it.";
        }
        return "'" + text + "' is no " + (whole ? "whole " : "") + "number.";
    }

    /** A comma stands before thousands, or in place of a point: of one with three digits behind it nobody knows. */
    private static String commas(boolean whole, String text) {
        if (text.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
            return "It has a comma: where that stands before thousands text.replace(\",\", \"\") takes it away.";
        }
        return "It has a comma: "
                + (whole
                        ? "Double.parseDouble(text.replace(\",\", \".\")) reads it."
                        : "text.replace(\",\", \".\") makes a point of it.");
    }

    private static boolean isRead(String type, Thrown thrown) {
        return thrown.frames().stream()
                .noneMatch(frame -> frame.getMethodName().equals("parse" + type));
    }
}
