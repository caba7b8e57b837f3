"""GAN tab: train one live, in two dimensions."""
