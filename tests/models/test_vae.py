"""VAE: every bound is below log p, which quadrature gives where there are one or two latents."""

import math

import pytest
import torch
from torch.distributions import Bernoulli, Normal, kl_divergence

from genplay.models import vae
from genplay.models.nade import log_bernoulli
from genplay.models.vae import Config, Vae


def network(dims: int = 6, latent: int = 1, hidden: int = 8, layers: int = 3, size: float = 0.6) -> Vae:
    torch.manual_seed(0)
    model = vae.build(Config(dims=dims, latent=latent, hidden=hidden, layers=layers)).double()
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(size * torch.randn_like(parameter))
        model.encoder.out.weight.mul_(0.2)
        model.encoder.out.bias.mul_(0.2)
    return model.requires_grad_(requires_grad=False)


def pictures(count: int, dims: int) -> torch.Tensor:
    return (torch.rand(count, dims, generator=torch.Generator().manual_seed(1)) < 0.4).double()


def noise(*shape: int, seed: int = 2) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def grid(latent: int, steps: int = 801, reach: float = 9.0) -> tuple[torch.Tensor, float]:
    """Return codes, (G, 1, L), and log of the volume of each cell."""
    along = torch.linspace(-reach, reach, steps, dtype=torch.float64)
    codes = torch.cartesian_prod(*[along] * latent).reshape(-1, 1, latent)
    return codes, latent * math.log(2 * reach / (steps - 1))


def exact(model: Vae, x: torch.Tensor, steps: int = 801) -> torch.Tensor:
    """Return log p(x) by quadrature, (B,)."""
    z, log_cell = grid(model.config.latent, steps)
    prior = Normal(0.0, 1.0).log_prob(z).sum(-1)
    return torch.logsumexp(vae.log_likelihood(model, x, z.expand(-1, len(x), -1)) + prior + log_cell, 0)


def test_the_kl_is_that_of_two_normals():
    mu, logvar = noise(5, 7), noise(5, 7, seed=3)
    known = kl_divergence(Normal(mu, (0.5 * logvar).exp()), Normal(torch.zeros(5, 7).double(), 1.0))
    torch.testing.assert_close(vae.kl(mu, logvar), known)
    assert not vae.kl(torch.zeros(3), torch.zeros(3)).any()


def test_a_code_is_drawn_from_q_and_carries_its_gradient():
    mu, logvar = torch.tensor([[0.3, -2.0]]).double(), torch.tensor([[-1.0, 0.5]]).double()
    z = vae.reparametrise(mu, logvar, noise(200_000, 1, 2))
    torch.testing.assert_close(z.mean(0), mu, atol=0.01, rtol=0)
    torch.testing.assert_close(z.var(0), logvar.exp(), atol=0.02, rtol=0)
    eps = noise(4, 1, 2)
    jacobian = torch.autograd.functional.jacobian(lambda m: vae.reparametrise(m, logvar, eps).sum(0), mu)
    torch.testing.assert_close(jacobian.reshape(2, 2), 4 * torch.eye(2).double())
    by_logvar = torch.autograd.functional.jacobian(lambda v: vae.reparametrise(mu, v, eps), logvar)
    expected = 0.5 * (0.5 * logvar).exp() * eps  # of each latent by its own
    torch.testing.assert_close(by_logvar.diagonal(dim1=2, dim2=4).squeeze(2), expected)


@pytest.mark.parametrize("latent", [1, 2])
def test_all_pictures_together_have_probability_one(latent):
    model = network(dims=5, latent=latent)
    everything = torch.cartesian_prod(*[torch.tensor([0.0, 1.0]).double()] * 5)
    steps = 401 if latent == 1 else 161
    assert exact(model, everything, steps).exp().sum().item() == pytest.approx(1, abs=1e-9)


@pytest.mark.parametrize("latent", [1, 2])
def test_the_importance_estimate_finds_log_p(latent):
    model, x = network(latent=latent), pictures(4, 6)
    truth = exact(model, x, 801 if latent == 1 else 201)
    log_w = vae.log_weights(model, x, noise(20_000, 4, latent))
    w = (log_w - truth).exp()  # its mean is 1: the weights are an unbiased estimate of p
    error = w.std(0) / math.sqrt(len(w))
    assert ((w.mean(0) - 1).abs() < 4 * error).all()
    assert (error < 0.05).all()
    found = vae.log_evidence(model, x, 20_000, torch.Generator().manual_seed(0))
    assert ((found - truth).abs() < 5 * error).all()


def test_the_elbo_lacks_the_divergence_from_the_true_posterior():
    """log p(x) = ELBO + KL(q || p(z | x)), each of the three measured for itself."""
    model, x = network(), pictures(4, 6)
    z, log_cell = grid(1, 4001)
    z = z.expand(-1, len(x), -1)
    mu, logvar = model.encode(x)
    q = Normal(mu, (0.5 * logvar).exp()).log_prob(z).sum(-1)  # (G, B)
    likelihood = vae.log_likelihood(model, x, z)
    posterior = likelihood + Normal(0.0, 1.0).log_prob(z).sum(-1) - exact(model, x, 4001)
    gap = ((q + log_cell).exp() * (q - posterior)).sum(0)
    elbo = ((q + log_cell).exp() * likelihood).sum(0) - vae.kl(mu, logvar).sum(-1)
    assert (gap > 1e-3).all()
    torch.testing.assert_close(elbo + gap, exact(model, x, 4001), atol=1e-6, rtol=0)
    estimate = vae.elbo(model, x, noise(100_000, 4, 1))
    torch.testing.assert_close(estimate, elbo, atol=0.02, rtol=0)


def test_more_codes_tighten_the_bound_which_stays_below_log_p():
    model, x = network(dims=12, latent=2), pictures(3, 12)
    truth, repeats = exact(model, x, 201), 4000
    counts = (1, 2, 3, 5, 20)
    drawn = vae.log_weights(model, x, noise(repeats * max(counts), 3, 2)).unflatten(0, (repeats, -1))
    # The same codes for each count, so that the differences are less noisy than the bounds.
    bounds = torch.stack([vae.bound(drawn[:, :count].transpose(0, 1)) for count in counts])  # (C, repeats, B)
    steps = bounds.diff(dim=0)
    assert (steps.mean(1) > 4 * steps.std(1) / math.sqrt(repeats)).all()
    assert (bounds.mean(1) < truth + 4 * bounds.std(1) / math.sqrt(repeats)).all()
    assert (bounds[0].mean(0) < truth - 0.02).all()
    elbo = vae.elbo(model, x, noise(20_000, 3, 2, seed=4))
    error = 5 * bounds[0].std(0) / math.sqrt(repeats)
    assert ((elbo - bounds[0].mean(0)).abs() < error).all()  # L_1


def test_a_decoder_that_ignores_the_code_has_the_likelihood_of_its_biases():
    model, x = network(dims=9, latent=3), pictures(5, 9)
    model.decoder.out.weight.zero_()
    known = log_bernoulli(model.decoder.out.bias.expand(5, -1), x).sum(-1)
    mu, logvar = model.encode(x)
    torch.testing.assert_close(vae.elbo(model, x, noise(2, 5, 3)), known - vae.kl(mu, logvar).sum(-1))
    found = vae.log_evidence(model, x, 20_000, torch.Generator().manual_seed(0))
    torch.testing.assert_close(found, known, atol=0.05, rtol=0)
    model.encoder.out.weight.zero_()
    model.encoder.out.bias.zero_()  # q is the prior, and the bound is tight for any code
    torch.testing.assert_close(vae.log_weights(model, x, noise(2, 5, 3)), known.expand(2, -1))
    torch.testing.assert_close(vae.elbo(model, x, noise(2, 5, 3)), known)


def test_pixels_and_latents_are_summed():
    model, x = network(dims=784, latent=4), pictures(2, 784)
    model.decoder.out.weight.zero_()
    model.decoder.out.bias.zero_()
    expected = torch.full((3, 2), -784 * math.log(2)).double()
    torch.testing.assert_close(vae.log_likelihood(model, x, noise(3, 2, 4)), expected)


def literal_elbo(model: Vae, x: torch.Tensor, eps: torch.Tensor) -> torch.Tensor:
    """Return the mean over the codes of log p(x | z) less the KL, by torch's own distributions."""
    mu, logvar = model.encode(x)
    q, prior = Normal(mu, (0.5 * logvar).exp()), Normal(torch.zeros_like(mu), 1.0)
    seen = [Bernoulli(logits=model.decode(q.loc + q.scale * e)).log_prob(x).sum(1) for e in eps]
    return sum(seen) / len(eps) - kl_divergence(q, prior).sum(1)


def literal_weights(model: Vae, x: torch.Tensor, eps: torch.Tensor) -> torch.Tensor:
    """Return log p(x, z) - log q(z | x) of each code, by torch's own distributions."""
    mu, logvar = model.encode(x)
    q, found = Normal(mu, (0.5 * logvar).exp()), []
    for e in eps:
        z = q.loc + q.scale * e
        pixels = Bernoulli(logits=model.decode(z)).log_prob(x).sum(1)
        found.append(pixels + Normal(0.0, 1.0).log_prob(z).sum(1) - q.log_prob(z).sum(1))
    return torch.stack(found)


def gradients(model: Vae, value: torch.Tensor) -> list[torch.Tensor]:
    return list(torch.autograd.grad(value.sum(), list(model.parameters())))


def test_the_bounds_and_their_gradients_are_those_of_the_definitions():
    model, x, eps = network(dims=10, latent=3).requires_grad_(), pictures(4, 10), noise(5, 4, 3)
    for fast, slow in ((vae.elbo, literal_elbo), (vae.log_weights, literal_weights)):
        torch.testing.assert_close(fast(model, x, eps), slow(model, x, eps))
        for ours, known in zip(
            gradients(model, fast(model, x, eps)), gradients(model, slow(model, x, eps)), strict=True
        ):
            torch.testing.assert_close(ours, known)


@pytest.mark.parametrize("part", ["encoder", "decoder"])
def test_the_gradient_of_the_elbo_is_that_of_finite_differences(part):
    model, x, eps = network(dims=10, latent=3).requires_grad_(), pictures(4, 10), noise(2, 4, 3)
    weight = getattr(model, part).hidden[0].weight

    def value() -> torch.Tensor:
        return vae.elbo(model, x, eps).sum()

    (gradient,) = torch.autograd.grad(value(), [weight])
    direction = noise(*weight.shape, seed=9)
    with torch.no_grad():
        weight.add_(1e-5 * direction)
        above = value()
        weight.sub_(2e-5 * direction)
        below = value()
    assert ((above - below) / 2e-5).item() == pytest.approx((gradient * direction).sum().item(), rel=1e-6)


def test_the_estimate_is_a_function_of_its_seed_and_independent_of_its_parts(monkeypatch):
    model, x = network(latent=2).float(), pictures(4, 6).float()
    first, again, other = (
        vae.log_evidence(model, x, 50, torch.Generator().manual_seed(seed)) for seed in (0, 0, 1)
    )
    assert first.numpy().tobytes() == again.numpy().tobytes()
    assert not torch.equal(first, other)
    whole = vae.log_weights(model, x, torch.randn(50, 4, 2, generator=torch.Generator().manual_seed(0)))
    torch.testing.assert_close(first, vae.bound(whole.double()), atol=1e-5, rtol=0)
    monkeypatch.setattr(vae, "ROWS", 64)  # 16 codes at a time, a power of two: the draws are the same ones
    torch.testing.assert_close(
        vae.log_evidence(model, x, 50, torch.Generator().manual_seed(0)), first, atol=1e-5, rtol=0
    )


def test_a_picture_is_encoded_alike_in_any_company():
    model, x = network(latent=2), pictures(5, 6)
    mu, logvar = model.encode(x)
    alone = [model.encode(x[k : k + 1]) for k in range(5)]
    torch.testing.assert_close(mu, torch.cat([found[0] for found in alone]))
    torch.testing.assert_close(logvar, torch.cat([found[1] for found in alone]))
    torch.testing.assert_close(model(x), model.decode(mu))


@pytest.mark.parametrize("wrong", [{"dims": 0}, {"latent": 0}, {"hidden": 0}, {"layers": 0}])
def test_impossible_sizes_are_refused(wrong):
    with pytest.raises(ValueError, match="at least 1"):
        Config(**wrong)
