package himalia.magics;

import himalia.magics.Conversions.Converted;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.spi.SubcommandWord;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The words of one line. picocli takes texts only, so the values of expressions pass through it as numbered tickets,
 * which the converters exchange for the values.
 */
final class LineValues {
    private static final String SHORT_HELP = "-h";

    /** Interfaces that say nothing of what a value is. */
    private static final Set<Class<?>> MARKS =
            Set.of(Serializable.class, RandomAccess.class, Cloneable.class);

    private static final String TICKET = "\u0001";

    /** An option's name that no line has as a value: -v may be a column from the most to the least. */
    private static final String ASKED = "--\uE000";

    private final List<Value> values = new ArrayList<>();
    private final List<Converted> converted = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private @Nullable String refusal;
    private @Nullable ArgSpec refused;

    LineValues(List<Object> words) {
        for (var word : words) {
            if (word instanceof Value value) {
                texts.add(TICKET + values.size());
                values.add(value);
            } else {
                texts.add(String.valueOf(word));
            }
        }
    }

    /** Returns the words as texts; values that may name a subcommand by their text. */
    static List<String> texts(List<Object> words) {
        return words.stream()
                .map(
                        word -> {
                            var named = word instanceof Value value ? value.value() : word;
                            return named instanceof CharSequence || named instanceof Enum<?>
                                    ? named.toString()
                                    : SubcommandWord.EXPRESSION;
                        })
                .toList();
    }

    /** Returns how plain Java writes the values: as the line does, or as what a parameter made of them is made. */
    JavaText java(Path directory) {
        var java = new JavaText(directory, values);
        var all = new ArrayList<>(values);
        converted.forEach(each -> each.written(java).ifPresent(all::add));
        return new JavaText(directory, all);
    }

    /** Sets the parameters of the line's magic. */
    CommandLine.ParseResult bind(CommandLine line) {
        for (var parameter : line.getCommandSpec().args()) {
            var type = MagicSpecs.type(parameter);
            if (MagicSpecs.isExpression(type)) {
                register(line, type, word -> value(parameter, type, word));
            } else if (!values.isEmpty() && type != boolean.class) {
                register(line, type, word -> text(type, word));
            }
        }
        var all = new ArrayList<>(texts);
        if (withoutShortHelp(line.getCommandSpec())) {
            all.replaceAll(word -> word.equals(SHORT_HELP) ? "--help" : word);
        }
        return line.parseArgs(all.toArray(String[]::new));
    }

    /** As an option of one letter it would be read from every word that begins with it, as {@code --sort -hours}. */
    private static boolean withoutShortHelp(CommandSpec spec) {
        var help = spec.findOption(SHORT_HELP);
        if (help == null || !help.usageHelp()) {
            return false;
        }
        spec.remove(help);
        spec.addOption(OptionSpec.builder(help).names("--help").build());
        return true;
    }

    /** Returns the word as the user wrote it. */
    String written(String word) {
        return ticket(word).map(Value::source).orElse(word);
    }

    @SuppressWarnings("unchecked")
    private static void register(CommandLine line, Class<?> type, ITypeConverter<?> converter) {
        line.registerConverter((Class<Object>) type, (ITypeConverter<Object>) converter);
    }

    private @Nullable Object value(ArgSpec parameter, Class<?> type, String word) {
        var value = ticket(word).orElse(null);
        if (value != null && type.isInstance(value.value())) {
            return value.value();
        }
        refused = parameter;
        var made = value == null ? Optional.<Converted>empty() : converted(type, value);
        if (made.isPresent()) {
            converted.add(made.get());
            return made.get().value();
        }
        var wanted = type.getSimpleName();
        refusal =
                value == null
                        ? "takes a Java expression of type %s, got the text '%s'; an expression with spaces or quotes stands in braces, {…}"
                                .formatted(wanted, word)
                        : "takes a %s, but '%s' is %s"
                                .formatted(
                                        wanted,
                                        value.source(),
                                        given(value, type) + PartsOfType.of(type, value));
        throw new TypeConversionException(refusal);
    }

    private Optional<Converted> converted(Class<?> type, Value value) {
        try {
            return Conversions.to(type, value);
        } catch (IllegalArgumentException e) {
            refusal = "takes a %s: %s".formatted(type.getSimpleName(), e.getMessage());
            throw new TypeConversionException(refusal);
        }
    }

    /** Returns why an expression was refused; picocli forgets it for a parameter that takes many. */
    Optional<String> refusal(ParameterException slip) {
        // Parameters of one type share a converter, and picocli knows for which it was asked.
        var parameter = slip.getArgSpec() == null ? refused : slip.getArgSpec();
        return refusal == null || parameter == null
                ? Optional.empty()
                : Optional.of(MagicSpecs.label(parameter) + " " + refusal);
    }

    /** Returns the first word that looks like an option and is none. */
    Optional<String> unknownOption(CommandSpec spec) {
        return texts.stream()
                .filter(word -> word.matches("--?[A-Za-z].*"))
                .map(word -> word.split("=", 2)[0])
                .filter(word -> !spec.optionsMap().containsKey(word))
                .findFirst();
    }

    private @Nullable Object text(Class<?> type, String word) {
        var text = ticket(word).map(value -> String.valueOf(value.value())).orElse(word);
        // picocli keeps its own converters to itself, so a parameter of the same type is asked.
        var same = OptionSpec.builder(ASKED).arity("1").type(type).build();
        try {
            MagicSpecs.reading(CommandSpec.create().addOption(same)).parseArgs(ASKED + "=" + text);
        } catch (ParameterException e) {
            throw new TypeConversionException(
                    String.valueOf(e.getMessage())
                            .replaceFirst("^Invalid value for option '" + ASKED + "': ", ""));
        }
        return same.getValue();
    }

    private Optional<Value> ticket(String word) {
        return word.startsWith(TICKET)
                ? Optional.of(values.get(Integer.parseInt(word.substring(TICKET.length()))))
                : Optional.empty();
    }

    /** Says what the value is; by its long name, where the short one is that of the wanted type. */
    private static String given(Value value, Class<?> wanted) {
        if (value.value() == null) {
            return "null";
        }
        var type = named(value.value().getClass());
        var same = type.getSimpleName().equals(wanted.getSimpleName());
        return "of type " + (same ? type.getTypeName() : type.getSimpleName());
    }

    /** A class of the JDK's that nobody can name is called by the interface it is used through: a list is a List. */
    private static Class<?> named(Class<?> type) {
        if (!type.getName().startsWith("java.") || Modifier.isPublic(type.getModifiers())) {
            return type;
        }
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            for (var used : each.getInterfaces()) {
                if (Modifier.isPublic(used.getModifiers()) && !MARKS.contains(used)) {
                    return used;
                }
            }
        }
        return type;
    }
}
