package himalia.magics.serving;

import himalia.magics.spi.FamilyMagic;
import himalia.magics.spi.JavaText;
import himalia.magics.spi.Notebook;
import himalia.model.Model;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts a model where programs can ask it. */
@Command(
        name = "deploy",
        synopsisSubcommandLabel = "TARGET",
        description = "Deploys a model, where programs can ask it.",
        sortOptions = false,
        footer = "Example: %%deploy local model --name churn")
public final class DeployMagic implements FamilyMagic<DeploymentTarget<?>> {
    @Parameters(index = "0", paramLabel = "MODEL", description = "The model to serve.")
    private @Nullable Model model;

    @Option(
            names = "--name",
            defaultValue = "model",
            description = "What the model is called in URLs. Default: ${DEFAULT-VALUE}.")
    private String name = "";

    @Override
    public @Nullable Object run(Notebook notebook, DeploymentTarget<?> target) throws Exception {
        return target.deploy(notebook, Objects.requireNonNull(model), name);
    }

    @Override
    public Optional<String> java(JavaText java, DeploymentTarget<?> target) {
        return target.java(java, Objects.requireNonNull(model), name);
    }
}
