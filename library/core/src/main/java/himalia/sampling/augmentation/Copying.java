package himalia.sampling.augmentation;

import himalia.sampling.SeededSampler;

/**
 * A sampler that adds changed copies of rows: its seed makes two runs agree, and numbers from elsewhere can take the seed's place.
 *
 * <pre>{@code
 * Copying noise = new AddNoise(0.05, 1, 42);
 * noise.resample(train, "churned", new Random(7))
 * }</pre>
 */
public interface Copying extends SeededSampler {}
