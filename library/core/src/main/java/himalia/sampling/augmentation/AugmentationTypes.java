package himalia.sampling.augmentation;

import himalia.model.SavedTypes;
import java.util.List;

/**
 * Samplers that augment and their transforms, as settings of the pipelines that model files hold.
 *
 * <pre>{@code
 * new AugmentationTypes().types().contains(AugmentImages.class)   // true: a pipeline with it can be saved
 * }</pre>
 */
public final class AugmentationTypes implements SavedTypes {
    @Override
    public List<Class<? extends Record>> types() {
        return List.of(
                AddNoise.class,
                AugmentImages.class,
                AugmentSeries.class,
                AugmentText.class,
                Cutout.class,
                GaussianBlur.class,
                GaussianNoise.class,
                InOrder.class,
                Jitter.class,
                RandomBrightness.class,
                RandomContrast.class,
                RandomCrop.class,
                RandomDeletion.class,
                RandomHorizontalFlip.class,
                RandomRotation.class,
                RandomShift.class,
                RandomSwap.class,
                RandomVerticalFlip.class,
                Scaling.class,
                Sometimes.class,
                SynonymReplacement.class,
                Typos.class,
                WindowSlice.class,
                WindowWarp.class);
    }
}
