package io.github.spencerpark.jupyter.kernel.magic.common;

/** Registered by notebooks to have {@code %%writefile}, which is always there. */
public final class WriteFile {}
