"""The encoder: a transformer over the pieces of a sentence, and a recurrent network over the sentences of a draft."""
import struct, zipfile
import numpy as np, onnx, torch, torch.nn as nn, torch.nn.functional as F
from onnx import numpy_helper
from pieces import MOST

WIDTH, HEADS, INNER, TOLD, KEPT = 384, 12, 1536, 128, 96  # INNER is that of the start
LARGEST = 31  # of a rounded weight: eight products of such and 7 bits fit 16 bits


class Times(torch.autograd.Function):
    """Products of many small matrices: numpy's are far faster here than torch's."""
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return torch.from_numpy(np.matmul(a.detach().numpy(), b.detach().numpy()))

    @staticmethod
    def backward(ctx, g):
        a, b = (t.detach().numpy() for t in ctx.saved_tensors)
        g = g.numpy()
        return torch.from_numpy(np.matmul(g, b.swapaxes(-1, -2))), torch.from_numpy(np.matmul(a.swapaxes(-1, -2), g))


class Product(nn.Linear):
    """Where rounding is asked for, numbers are rounded as IntegerMatrix.cs does, and gradients pass as if they were not: weights to whole
    steps of a row, what is multiplied to 7 bits from the least number of each piece to its largest."""
    rounding = False

    def forward(self, x):
        if not self.rounding:
            return super().forward(x)
        scales, (low, high) = (self.weight.abs().amax(1, keepdim=True) / LARGEST).clamp(min=1e-8), x.aminmax(dim=-1, keepdim=True)
        step = (high - low).clamp(min=1e-20) / 127
        weights, parts = (self.weight / scales).round() * scales, ((x - low) / step).round() * step + low
        return F.linear(x + (parts - x).detach(), self.weight + (weights - self.weight).detach(), self.bias)


class Layer(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.q, self.k, self.v, self.o = (Product(WIDTH, WIDTH) for _ in range(4))
        self.widen, self.narrow = Product(WIDTH, inner), Product(inner, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)

    def forward(self, x, hidden, drop):
        heads = lambda y: y.view(len(x), -1, HEADS, WIDTH // HEADS).transpose(1, 2)
        looks = (Times.apply(heads(self.q(x)), heads(self.k(x)).transpose(-1, -2)) / (WIDTH // HEADS) ** 0.5 + hidden).softmax(-1)
        found = Times.apply(looks, heads(self.v(x))).transpose(1, 2).reshape(x.shape)
        x = self.norm1(x + F.dropout(self.o(found), drop, self.training))
        return self.norm2(x + F.dropout(self.narrow(F.gelu(self.widen(x), approximate="tanh")), drop, self.training))


class Encoder(nn.Module):
    """Reads each sentence by itself, then the draft from end to end in both directions."""
    def __init__(self, words, classes, layers, inner=INNER):
        super().__init__()
        self.words, self.places = nn.Embedding(words, WIDTH), nn.Embedding(MOST, WIDTH)
        self.norm, self.layers, self.head = nn.LayerNorm(WIDTH, 1e-12), nn.ModuleList(Layer(inner) for _ in range(layers)), nn.Linear(WIDTH, classes)
        self.tell, self.follow, self.around = nn.Linear(WIDTH, TOLD), nn.GRU(TOLD, KEPT, batch_first=True, bidirectional=True), nn.Linear(2 * KEPT + TOLD, 6)

    def means(self, sentences, drop):
        """The mean of each sentence's pieces; sentences of like length together, so that little is padding."""
        sentences, ends = zip(*sentences)
        out, order, at = [None] * len(sentences), sorted(range(len(sentences)), key=lambda i: len(sentences[i])), 0
        while at < len(order):
            to = at + 1
            while to < len(order) and (to - at + 1) * len(sentences[order[to]]) <= 1000:
                to += 1
            some, longest = order[at:to], len(sentences[order[to - 1]])
            ids, there = torch.zeros(len(some), longest, dtype=torch.long), torch.zeros(len(some), longest)
            seen = torch.full((len(some), longest), longest)
            for row, i in enumerate(some):
                ids[row, :len(sentences[i])], there[row, :len(sentences[i])] = torch.tensor(sentences[i]), 1
                for end in reversed(ends[i]):
                    seen[row, :end] = end
            x = F.dropout(self.norm(self.words(ids) + self.places.weight[:longest]), drop, self.training)
            hidden = (torch.arange(longest) >= seen[..., None])[:, None] * -1e9
            for layer in self.layers:
                x = layer(x, hidden, drop)
            mean = (x * there[..., None]).sum(1) / there.sum(1, keepdim=True)
            for row, i in enumerate(some):
                out[i] = mean[row]
            at = to
        return torch.stack(out)

    def forward(self, drafts, drop=0.1):
        """Of drafts, each a list of sentences of pieces: the scores of sentences by themselves, and of types in their surroundings."""
        return self.judge(self.means([s for d in drafts for s in d], drop), drafts, drop)

    def judge(self, means, drafts, drop=0.1):
        told = F.dropout(F.gelu(self.tell(F.dropout(means, drop, self.training)), approximate="tanh"), 2 * drop, self.training)
        lengths = [len(d) for d in drafts]
        packed = nn.utils.rnn.pack_sequence(torch.split(told, lengths), enforce_sorted=False)
        kept, _ = nn.utils.rnn.pad_packed_sequence(self.follow(packed)[0], batch_first=True)
        kept = torch.cat([kept[i, :n] for i, n in enumerate(lengths)])
        return self.head(F.dropout(means, drop, self.training)), self.around(F.dropout(torch.cat([kept, told], -1), 2 * drop, self.training))


def open_package(path):
    """The vocabulary and the network that the package's assembly carries as resources, each with its length before it."""
    with zipfile.ZipFile(path) as package:
        data = package.read(next(n for n in package.namelist() if n.endswith(".dll")))
    at = data.index(b"[PAD]")
    words = data[at:at + struct.unpack("<I", data[at - 4:at])[0]].decode("utf8").replace("\r", "").removesuffix("\n").split("\n")
    at = data.index(b"\x12\x07pytorch") - 2
    return words, onnx.load_from_string(data[at:at + struct.unpack("<I", data[at - 4:at])[0]])


def start_from(model, network, layers):
    given = {i.name: torch.tensor(np.array(numpy_helper.to_array(i))) for i in network.graph.initializer}
    # Weights carry no names: each is known by the bias that is added to its product.
    products = {n.output[0]: n.input[1] for n in network.graph.node if n.op_type == "MatMul" and n.input[1] in given}
    for n in network.graph.node:
        for product, bias in (n.input, reversed(n.input)) if n.op_type == "Add" else ():
            if product in products and bias in given:
                given[bias.replace(".bias", ".weight")] = given[products[product]].T
    names = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
             "norm1": "attention.output.LayerNorm", "widen": "intermediate.dense", "narrow": "output.dense", "norm2": "output.LayerNorm"}
    with torch.no_grad():
        model.words.weight.copy_(given["embeddings.word_embeddings.weight"])
        model.places.weight.copy_(given["embeddings.position_embeddings.weight"][:MOST] + given["embeddings.token_type_embeddings.weight"][0])
        model.norm.weight.copy_(given["embeddings.LayerNorm.weight"])
        model.norm.bias.copy_(given["embeddings.LayerNorm.bias"])
        for i, layer in zip(layers, model.layers):
            for ours, theirs in names.items():
                for what in ("weight", "bias"):
                    getattr(getattr(layer, ours), what).copy_(given[f"encoder.layer.{i}.{theirs}.{what}"])
        model.head.bias[:] = torch.cat([torch.zeros(6), torch.full((len(model.head.bias) - 6,), -4.0)])


def name_classes(model, meanings):
    """A competency begins as what sets its meaning apart from that of the others."""
    model.eval()
    with torch.no_grad():
        means = model.means(meanings, 0)
        apart = means - means.mean(0)
        model.head.weight[6:] = apart / apart.norm(dim=1, keepdim=True) / 2


def narrowed(state, inner, sentences):
    """The network, and one of whose layers each keeps the inner numbers that give most to what comes after, in some sentences."""
    count = sum(name.endswith("norm1.weight") for name in state)
    wide = Encoder(len(state["words.weight"]), len(state["head.bias"]), count)
    wide.load_state_dict(state)
    wide.eval()
    used = [0] * count

    def note(i):
        def add(_, given):
            used[i] = used[i] + given[0].abs().reshape(-1, INNER).sum(0)
        return add

    hooks = [layer.narrow.register_forward_pre_hook(note(i)) for i, layer in enumerate(wide.layers)]
    with torch.no_grad():
        wide.means(sentences, 0)
    for hook in hooks:
        hook.remove()
    narrow = Encoder(len(state["words.weight"]), len(state["head.bias"]), count, inner)
    kept = dict(state)
    for i, layer in enumerate(wide.layers):
        most = (used[i] * layer.narrow.weight.detach().norm(dim=0)).topk(inner).indices.sort().values
        for name in ("widen.weight", "widen.bias"):
            kept[f"layers.{i}.{name}"] = state[f"layers.{i}.{name}"][most]
        kept[f"layers.{i}.narrow.weight"] = state[f"layers.{i}.narrow.weight"][:, most]
    narrow.load_state_dict(kept)
    return wide, narrow


def integers(weights, largest):
    scales = np.maximum(np.abs(weights).max(1) / largest, 1e-8).astype("<f4")
    return scales, np.clip(np.rint(weights / scales[:, None]), -largest, largest).astype("i1")


def round_products(model):
    """From now on the network is as the program has it."""
    for part in model.modules():
        if isinstance(part, Product):
            part.rounding = True
    with torch.no_grad():
        scales, rounded = integers(model.words.weight.numpy(), 127)
        model.words.weight.copy_(torch.tensor(rounded.astype("f4") * scales[:, None]))
    return model


def rounded_model(state, words, competencies):
    model = Encoder(len(words), 6 + len(competencies), sum(name.endswith("norm1.weight") for name in state), len(state["layers.0.widen.bias"]))
    model.load_state_dict(state)
    return round_products(model)
