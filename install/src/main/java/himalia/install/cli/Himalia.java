package himalia.install.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The command line: {@code himalia run}, {@code install}, {@code lab}, {@code doctor}. */
@Command(
        name = "himalia",
        description = "Java in notebooks, with a library for machine-learning systems.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "For those who change Himalia: himalia test, himalia format, himalia golden.",
        })
public final class Himalia {
    private Himalia() {}

    /** Runs the command that the arguments name and ends the process with its status. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var spec = CommandSpec.forAnnotatedObject(new Himalia());
        var line = new CommandLine(spec);
        line.setExecutionStrategy(
                parsed -> {
                    if (!parsed.hasSubcommand() && CommandLine.executeHelpRequest(parsed) == null) {
                        throw new ParameterException(line, "himalia needs a command");
                    }
                    return new CommandLine.RunLast().execute(parsed);
                });
        return line;
    }
}
