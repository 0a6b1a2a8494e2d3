package himalia.install.cli;

import himalia.install.kernelspec.CacheTraining;
import himalia.install.kernelspec.Distribution;
import himalia.install.kernelspec.InstalledJdk;
import himalia.install.kernelspec.KernelCommand;
import himalia.install.kernelspec.KernelSpec;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code himalia install}: tells Jupyter's front ends of the kernel. */
@Command(
        name = "install",
        mixinStandardHelpOptions = true,
        description = "Tells Jupyter of the kernel, so that every front end can start it.")
final class InstallCommand implements Callable<Integer> {
    @Mixin private SpecPlace place = new SpecPlace();

    @Option(
            names = "--no-cache",
            description = "Makes no startup cache: the kernel starts, but takes twice as long.")
    private boolean noCache;

    @Spec private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        var out = command.commandLine().getOut();
        var kernel = new KernelCommand(Distribution.ofThisProcess(), InstalledJdk.running());
        var folder = place.folder();
        KernelSpec.of(place.name(), kernel);
        if (!noCache) {
            train(kernel, out);
        }
        var spec = KernelSpec.of(place.name(), kernel);
        Path target = folder.install(spec);
        out.println("Installed '" + spec.displayName() + "' as " + spec.name() + " in " + target);
        out.println("It runs on the JDK at " + kernel.jdk().home() + ". To start it:");
        out.println("  himalia lab, or jupyter console --kernel " + spec.name());
        out.flush();
        return 0;
    }

    /** A kernel without a cache still works, so a failure here is told and no more. */
    static void train(KernelCommand kernel, PrintWriter out) {
        if (kernel.isTrained()) {
            return;
        }
        out.println("Making the startup cache, once for this JDK …");
        out.flush();
        try {
            new CacheTraining(kernel).make();
        } catch (IOException e) {
            out.println("  could not: " + e.getMessage());
            out.println("  The kernel starts without it, somewhat slower.");
        }
    }
}
