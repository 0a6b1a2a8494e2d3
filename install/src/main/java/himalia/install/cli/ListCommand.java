package himalia.install.cli;

import himalia.install.kernelspec.PythonPrefix;
import himalia.install.kernelspec.SpecFolder;
import himalia.install.kernelspec.SpecFolders;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code himalia list}: where Jupyter is told of this kernel. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Shows where Himalia is installed as a kernel.")
final class ListCommand implements Callable<Integer> {
    @Spec private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        var out = command.commandLine().getOut();
        var none = true;
        for (var folder : SpecFolders.here().all(PythonPrefix.find())) {
            for (var spec : new SpecFolder(folder).list()) {
                none = false;
                out.printf("%-12s %-20s %s%n", spec.name(), spec.displayName(), spec.folder());
                spec.missing()
                        .ifPresent(
                                path ->
                                        out.println(
                                                "             cannot start: "
                                                        + path
                                                        + " is gone; run 'himalia install' again"));
            }
        }
        if (none) {
            out.println("Himalia is installed nowhere yet; run 'himalia install'.");
        }
        out.flush();
        return 0;
    }
}
