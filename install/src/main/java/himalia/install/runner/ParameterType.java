package himalia.install.runner;

import himalia.magics.spi.JavaLiterals;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a parameter may be, and how a value from the command line is written in Java. */
enum ParameterType {
    TEXT("a text"),
    CHARACTER("one character"),
    PATH("a path"),
    TRUTH("true or false"),
    BYTE("a whole number from -128 to 127"),
    SHORT("a whole number from -32768 to 32767"),
    INT("a whole number of int's range"),
    LONG("a whole number of long's range"),
    FLOAT("a number"),
    DOUBLE("a number");

    private static final Map<String, ParameterType> NAMED =
            Map.ofEntries(
                    Map.entry("String", TEXT),
                    Map.entry("char", CHARACTER),
                    Map.entry("Character", CHARACTER),
                    Map.entry("Path", PATH),
                    Map.entry("boolean", TRUTH),
                    Map.entry("Boolean", TRUTH),
                    Map.entry("byte", BYTE),
                    Map.entry("Byte", BYTE),
                    Map.entry("short", SHORT),
                    Map.entry("Short", SHORT),
                    Map.entry("int", INT),
                    Map.entry("Integer", INT),
                    Map.entry("long", LONG),
                    Map.entry("Long", LONG),
                    Map.entry("float", FLOAT),
                    Map.entry("Float", FLOAT),
                    Map.entry("double", DOUBLE),
                    Map.entry("Double", DOUBLE));

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

    /** What {@code var} is, told by all of its value: what follows a text may make a number of it, unless it is added to it. */
    private static final Map<Pattern, ParameterType> INITIAL =
            Map.of(
                    Pattern.compile("\"[^\"\\\\]*+(\\\\.[^\"\\\\]*+)*+\"(\\s*\\+[^=<>?!&|]*)?"),
                            TEXT,
                    Pattern.compile("(?s)\"\"\"[^\"\\\\]*+((\\\\.|\"(?!\"\"))[^\"\\\\]*+)*+\"\"\""),
                            TEXT,
                    Pattern.compile("'(?!')[^'\\\\]*+(\\\\.[^'\\\\]*+)*+'"), CHARACTER,
                    Pattern.compile(
                                    "(java\\.nio\\.file\\.)?Paths?\\.(of|get)\\(([^()]++|\\([^()]*+\\))*+\\)"),
                            PATH,
                    Pattern.compile("true|false"), TRUTH,
                    Pattern.compile("[+-]?(\\d[\\d_]*|0[xX][\\da-fA-F_]+|0[bB][01_]+)"), INT,
                    Pattern.compile("[+-]?(\\d[\\d_]*|0[xX][\\da-fA-F_]+|0[bB][01_]+)[lL]"), LONG,
                    Pattern.compile("[+-]?[\\d._]+([eE][+-]?\\d+)?[fF]"), FLOAT,
                    Pattern.compile(
                                    "[+-]?(\\d[\\d_]*\\.[\\d_]*|\\.\\d+|\\d+(?=[eEdD]))([eE][+-]?\\d+)?[dD]?"),
                            DOUBLE);

    private static final Pattern WHOLE =
            Pattern.compile("(?<sign>[+-]?)(?:(?<decimal>\\d+)|0[xX](?<hexadecimal>[\\da-fA-F]+))");

    private final String words;

    ParameterType(String words) {
        this.words = words;
    }

    /** Returns what a declaration's type allows; empty where no value can be given to it. */
    static Optional<ParameterType> of(String type, String initial) {
        if (type.equals("var")) {
            return INITIAL.entrySet().stream()
                    .filter(entry -> entry.getKey().matcher(initial.strip()).matches())
                    .map(Map.Entry::getValue)
                    .findFirst();
        }
        return Optional.ofNullable(NAMED.get(type.substring(type.lastIndexOf('.') + 1)));
    }

    /** Returns what it takes, in words. */
    String words() {
        return words;
    }

    /** Returns the value as Java; empty where it is none of this type. */
    Optional<String> java(String value) {
        return switch (this) {
            case TEXT -> Optional.of(JavaLiterals.text(value));
            case CHARACTER ->
                    value.length() == 1
                            ? Optional.of(JavaLiterals.text(value) + ".charAt(0)")
                            : Optional.empty();
            case PATH -> Optional.of("java.nio.file.Path.of(" + JavaLiterals.text(value) + ")");
            case TRUTH -> Optional.of(value).filter(word -> word.matches("true|false"));
            case BYTE -> whole(value, 8).map(number -> "(byte) " + number);
            case SHORT -> whole(value, 16).map(number -> "(short) " + number);
            case INT -> whole(value, 32);
            case LONG -> whole(value.replaceFirst("[lL]$", ""), 64).map(number -> number + "L");
            case FLOAT ->
                    number(value.replaceFirst("[fF]$", ""))
                            .filter(number -> Float.isFinite(Float.parseFloat(number)))
                            .map(number -> number + "f");
            case DOUBLE -> number(value.replaceFirst("[dD]$", "")).map(ParameterType::decimal);
        };
    }

    private static Optional<String> whole(String value, int bits) {
        var digits = value.replace("_", "");
        var found = WHOLE.matcher(digits);
        if (!found.matches()) {
            return Optional.empty();
        }
        // As a number and not as it was typed: Java reads 010 as eight.
        var decimal = found.group("decimal");
        var number =
                decimal == null
                        ? new BigInteger(found.group("sign") + found.group("hexadecimal"), 16)
                        : new BigInteger(found.group("sign") + decimal);
        return number.bitLength() < bits ? Optional.of(number.toString()) : Optional.empty();
    }

    private static Optional<String> number(String value) {
        var digits = value.replace("_", "");
        return NUMBER.matcher(digits).matches() && Double.isFinite(Double.parseDouble(digits))
                ? Optional.of(digits)
                : Optional.empty();
    }

    private static String decimal(String number) {
        return number.matches("[+-]?\\d+") ? number + ".0" : number;
    }
}
