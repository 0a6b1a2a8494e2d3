package himalia.install.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code himalia uninstall}: takes back what {@code himalia install} wrote. */
@Command(
        name = "uninstall",
        mixinStandardHelpOptions = true,
        description = "Removes the kernel from where install put it; takes the same options.")
final class UninstallCommand implements Callable<Integer> {
    @Mixin private SpecPlace place = new SpecPlace();

    @Spec private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        var folder = place.folder();
        var removed = folder.uninstall(place.name());
        if (removed.isEmpty()) {
            throw new IllegalArgumentException(
                    "no kernel '"
                            + place.name()
                            + "' in "
                            + folder.folder()
                            + "; see 'himalia list'");
        }
        command.commandLine().getOut().println("Removed " + removed.get());
        command.commandLine().getOut().flush();
        return 0;
    }
}
