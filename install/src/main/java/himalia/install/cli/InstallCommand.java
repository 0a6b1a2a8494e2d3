package himalia.install.cli;

import himalia.install.kernelspec.Home;
import himalia.install.kernelspec.Jdk;
import himalia.install.kernelspec.KernelCommand;
import himalia.install.kernelspec.KernelSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code himalia install}: tells Jupyter's front ends of the kernel. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = "Tells Jupyter of the kernel, so that every front end can start it.")
final class InstallCommand implements Callable<Integer> {
    @Mixin private SpecPlace place = new SpecPlace();

    @Spec private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        var out = command.commandLine().getOut();
        var kernel = new KernelCommand(Home.ofThisProcess(), Jdk.running());
        var spec = KernelSpec.of(place.name(), kernel);
        var target = place.folder().install(spec);
        out.println("Installed '" + spec.displayName() + "' as " + spec.name() + " in " + target);
        out.println("  It runs on the JDK at " + kernel.jdk().home());
        sayHowToStart(out, spec);
        out.flush();
        return 0;
    }

    private static void sayHowToStart(PrintWriter out, KernelSpec spec) {
        out.println("Choose it in Jupyter's launcher, or: jupyter console --kernel " + spec.name());
    }
}
