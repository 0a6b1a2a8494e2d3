package himalia.magics;

import himalia.display.bundle.Nearest;
import himalia.magics.spi.MagicDescription;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.SubcommandWord;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a line, and what would be right. */
final class Slips {
    private Slips() {}

    /** No magic has this name. */
    static MagicException unknown(String name, Collection<String> known) {
        var meant =
                Nearest.to(name, known).map(near -> "; did you mean %" + near + "?").orElse(";");
        return new MagicException(
                "%" + name + ": there is no such magic" + meant + " %lsmagic lists all of them");
    }

    /** The magic exists but is written in another way. */
    static MagicException otherForm(String name, String right) {
        return new MagicException("%" + name + ": write it as " + right);
    }

    /** The magic itself, or the library below it, refuses. */
    static MagicException refused(String name, Exception cause) {
        var message = String.valueOf(cause.getMessage());
        return new MagicException(
                isOfWritten(message) ? message : "%" + name + ": " + message, cause);
    }

    /** Whether it says by itself what was written: a magic, or a shell command behind an exclamation mark. */
    private static boolean isOfWritten(String message) {
        return message.startsWith("%") || message.startsWith("!");
    }

    /** Tells whether our own code refused: its message then says all there is to say. */
    static boolean isOurs(Exception cause) {
        var trace = cause.getStackTrace();
        return cause.getMessage() != null
                && trace != null
                && trace.length > 0
                && trace[0] != null
                && trace[0].getClassName().startsWith("himalia.");
    }

    /** picocli could not bind the words. */
    static MagicException binding(
            MagicDescription magic, ParameterException slip, LineValues words) {
        return binding(magic.name(), Optional.empty(), slip, words);
    }

    /** picocli could not bind the words to a subcommand. */
    static MagicException binding(
            MagicDescription family,
            MagicDescription chosen,
            ParameterException slip,
            LineValues words) {
        return binding(family.name() + " " + chosen.name(), Optional.of(family), slip, words);
    }

    private static MagicException binding(
            String name,
            Optional<MagicDescription> family,
            ParameterException slip,
            LineValues words) {
        var spec = slip.getCommandLine().getCommandSpec();
        var told = decapitalised(String.valueOf(slip.getMessage()));
        var unknown = words.unknownOption(spec);
        String message;
        if (unknown.isPresent()) {
            message = noOption(spec, family, unknown.get());
        } else if (words.refusal(slip).isPresent()) {
            message = words.refusal(slip).get();
        } else if (slip instanceof UnmatchedArgumentException unmatched) {
            var word = words.written(unmatched.getUnmatched().get(0));
            message = "nothing here takes the word '" + word + "'";
        } else if (slip instanceof MissingParameterException missing) {
            message = missing(missing, told);
        } else {
            message = constants(slip).orElse(told);
        }
        var example = example(spec, words.refusal(slip).isPresent() ? slip.getArgSpec() : null);
        var more = message.endsWith("?") ? example.replaceFirst("^[.]", "") : example;
        return new MagicException("%" + name + ": " + message + more, slip);
    }

    /** What a parameter with few values takes, in the words that are written. */
    private static Optional<String> constants(ParameterException slip) {
        if (slip.getArgSpec() == null || !MagicSpecs.type(slip.getArgSpec()).isEnum()) {
            return Optional.empty();
        }
        var known =
                Stream.of(MagicSpecs.type(slip.getArgSpec()).getEnumConstants())
                        .map(MagicSpecs::written)
                        .toList();
        var given = String.valueOf(slip.getValue());
        return Optional.of(
                "%s is one of %s, got '%s'%s"
                        .formatted(
                                MagicSpecs.label(slip.getArgSpec()),
                                String.join(", ", known),
                                given,
                                Nearest.to(given, known)
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("")));
    }

    private static String noOption(
            CommandSpec spec, Optional<MagicDescription> family, String option) {
        var options = spec.options().stream().map(OptionSpec::longestName).toList();
        return "no option '%s'%s Options: %s"
                .formatted(
                        option,
                        family.flatMap(each -> SubcommandWord.elsewhere(each, option))
                                .map(where -> "; " + where + ".")
                                .or(
                                        () ->
                                                Nearest.to(option, options)
                                                        .map(
                                                                near ->
                                                                        "; did you mean "
                                                                                + near
                                                                                + "?"))
                                .orElse(";"),
                        String.join(", ", options));
    }

    private static String missing(MissingParameterException slip, String told) {
        // An option without its value reaches us as missing too; picocli's words are right there.
        if (slip.getMissing().isEmpty() || told.contains(" for option ")) {
            return told;
        }
        return slip.getMissing().stream()
                .map(one -> MagicSpecs.label(one) + " is missing (" + about(one) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String about(ArgSpec parameter) {
        var description = parameter.description();
        return description.length == 0 ? "" : description[0].replaceFirst("\\.$", "");
    }

    /** An option that the example does not use is told of in the words of its help. */
    private static String example(CommandSpec spec, @Nullable ArgSpec refused) {
        var example = MagicSpecs.example(spec).orElse("");
        var about = refused instanceof OptionSpec ? about(refused) : "";
        boolean isUsed = refused == null || example.contains(MagicSpecs.label(refused));
        return !isUsed && !about.isEmpty()
                ? ". It is: " + about
                : example.isEmpty() ? "" : ". Example: " + example;
    }

    private static String decapitalised(String message) {
        return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
    }
}
