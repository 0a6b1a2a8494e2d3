package himalia.magics;

import himalia.magics.spi.Subcommand;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** What picocli reads from a magic's annotations, with what every magic has: {@code --help}, and its name as written. */
final class MagicSpecs {
    private static final String EXAMPLE = "Example: ";

    /** An option of an example, and its value. */
    private static final Pattern GIVEN =
            Pattern.compile("(--[\\w-]+) ((?!--)(?:\\{[^}]*\\}|\"[^\"]*\"|\\S+))( |$)");

    private MagicSpecs() {}

    /** Returns a command line that binds words to the fields of {@code magic}. */
    static CommandLine commandLine(Object magic) {
        return commandLine(CommandSpec.forAnnotatedObject(magic), magic);
    }

    /** Returns a command line that binds words to the fields of a subcommand, and to those that its family has for all. */
    static CommandLine commandLine(Object family, Object subcommand) {
        var spec = CommandSpec.forAnnotatedObject(subcommand);
        var shared = CommandSpec.forAnnotatedObject(family);
        if (subcommand instanceof Subcommand<?> one) {
            one.without().forEach(name -> hide(shared, name));
        }
        spec.addMixin("family", shared);
        tell(shared, spec);
        // A subcommand of several families has the example of one.
        var own = example(spec).filter(line -> !line.contains("%" + shared.name() + " "));
        if (own.isPresent()) {
            spec.usageMessage().footer(footer(own.get(), shared, spec));
        }
        spec.usageMessage().sortOptions(false);
        return commandLine(spec, family);
    }

    /** Returns the example of another family as one of this: what has to be given there, and nothing else. */
    private static String required(String example, String family, CommandSpec spec) {
        var line = example.substring(example.indexOf('%')).replaceFirst("%\\S+", "%" + family);
        return GIVEN.matcher(line)
                .replaceAll(
                        given -> {
                            var option = spec.findOption(given.group(1));
                            boolean isFlag = option != null && option.arity().max() == 0;
                            return Matcher.quoteReplacement(
                                    option != null && option.required()
                                            ? given.group()
                                            : isFlag ? given.group(2) + given.group(3) : "");
                        });
    }

    private static String[] footer(String own, CommandSpec shared, CommandSpec spec) {
        var line = required(own, shared.name(), spec);
        boolean isOfIt =
                example(shared).filter(each -> each.contains(" " + spec.name() + " ")).isPresent();
        boolean isWhole =
                spec.options().stream()
                        .filter(OptionSpec::required)
                        .allMatch(option -> line.contains(option.longestName() + " "));
        return isOfIt || !isWhole
                ? shared.usageMessage().footer()
                : new String[] {EXAMPLE + line.replace("%", "%%")};
    }

    /** A family may ask what the line gives: {@code @Spec(Spec.Target.MIXEE)}, as picocli sets it of annotated mixins alone. */
    private static void tell(CommandSpec shared, CommandSpec whole) {
        for (var element : shared.specElements()) {
            if (element.getAnnotation(Spec.class).value() == Spec.Target.MIXEE) {
                try {
                    element.setter().set(whole);
                } catch (Exception e) {
                    throw new IllegalStateException("cannot set " + element, e);
                }
            }
        }
    }

    /** It is read still: the magic knows best why it is of no use. */
    private static void hide(CommandSpec spec, String name) {
        var option = spec.findOption(name);
        if (option != null) {
            spec.remove(option);
            spec.addOption(OptionSpec.builder(option).hidden(true).build());
        }
    }

    private static CommandLine commandLine(CommandSpec spec, Object magic) {
        if (PlainJava.isOffered(magic)) {
            spec.addOption(
                    OptionSpec.builder(PlainJava.OPTION)
                            .type(boolean.class)
                            .description(
                                    "Shows plain Java that does the same, instead of doing it.")
                            .build());
        }
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows this help.")
                        .build());
        return reading(spec).setUsageHelpWidth(80).setUsageHelpAutoWidth(false);
    }

    /** Returns a command line that reads constants as they are offered, {@code one-word}, and as Java writes them. */
    static CommandLine reading(CommandSpec spec) {
        var line = new CommandLine(spec);
        for (var arg : spec.args()) {
            if (type(arg).isEnum()) {
                convert(line, type(arg));
            }
        }
        return line;
    }

    private static <E> void convert(CommandLine line, Class<E> type) {
        line.registerConverter(
                type,
                word -> {
                    for (var constant : type.getEnumConstants()) {
                        if (written(constant).equalsIgnoreCase(word.replace('_', '-'))) {
                            return constant;
                        }
                    }
                    throw new TypeConversionException("no constant '" + word + "'");
                });
    }

    /** Returns what a constant of an enum is called on a line. */
    static String written(Object constant) {
        var name = constant instanceof Enum<?> known ? known.name() : String.valueOf(constant);
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the help text of a magic that is written so. */
    static String help(CommandLine line, String written) {
        var name = line.getCommandName();
        line.setCommandName(written);
        try {
            return line.getUsageMessage(CommandLine.Help.Ansi.OFF).stripTrailing();
        } finally {
            line.setCommandName(name);
        }
    }

    /** Returns the first line of the footer that begins with {@code Example:}, without that word. */
    static Optional<String> example(CommandSpec spec) {
        for (var line : spec.usageMessage().footer()) {
            if (line.startsWith(EXAMPLE)) {
                return Optional.of(line.substring(EXAMPLE.length()).replace("%%", "%"));
            }
        }
        return Optional.empty();
    }

    /** Returns what a user calls the parameter: {@code --label}, or {@code TABLE}. */
    static String label(ArgSpec parameter) {
        return parameter instanceof OptionSpec option
                ? option.longestName()
                : ((PositionalParamSpec) parameter).paramLabel();
    }

    /** Returns the type of one value of the parameter. */
    static Class<?> type(ArgSpec parameter) {
        var types = parameter.auxiliaryTypes();
        return types.length > 0 ? types[types.length - 1] : parameter.type();
    }

    /** Tells whether a word for this type is a Java expression: it is no text, number, boolean, enum or path. */
    static boolean isExpression(Class<?> type) {
        return !(type.isPrimitive()
                || type.isEnum()
                || CharSequence.class.isAssignableFrom(type)
                || Number.class.isAssignableFrom(type)
                || type == Boolean.class
                || type == Character.class
                || type == Path.class
                || type == File.class);
    }
}
