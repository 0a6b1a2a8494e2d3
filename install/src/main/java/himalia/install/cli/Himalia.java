package himalia.install.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: {@code himalia run}, {@code install}, {@code lab}, {@code doctor}. */
@Command(
        name = "himalia",
        description = "Java in notebooks, with a library for machine-learning systems.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            LabCommand.class,
            InstallCommand.class,
            UninstallCommand.class,
            ListCommand.class,
            DoctorCommand.class,
        },
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
        var line = new CommandLine(new Himalia());
        // What lab does not know itself is for JupyterLab.
        Objects.requireNonNull(line.getSubcommands().get("lab"))
                .setUnmatchedOptionsArePositionalParams(true);
        line.setExecutionExceptionHandler((problem, at, parsed) -> tell(problem, at));
        return line;
    }

    /** Files have their own exceptions, whose message is the name of the file alone. */
    private static String words(IOException e) {
        if (!(e instanceof FileSystemException file)) {
            return String.valueOf(e);
        }
        if (file instanceof NoSuchFileException) {
            return "there is no " + file.getFile();
        }
        var why = file instanceof AccessDeniedException ? "access denied" : file.getReason();
        return file.getFile() + (why == null ? " cannot be read or written" : ": " + why);
    }

    /** A slip of the user's is told in one line; anything else is ours and comes with its trace. */
    private static int tell(Exception problem, CommandLine at) throws Exception {
        var cause = problem instanceof UncheckedIOException ? problem.getCause() : problem;
        if (cause instanceof IllegalArgumentException) {
            at.getErr().println("himalia: " + cause.getMessage());
        } else if (cause instanceof InterruptedIOException) {
            at.getErr().println("himalia: interrupted; nothing more was done");
        } else if (cause instanceof IOException) {
            at.getErr().println("himalia: " + words((IOException) cause));
        } else {
            throw problem;
        }
        at.getErr().flush();
        return 1;
    }
}
