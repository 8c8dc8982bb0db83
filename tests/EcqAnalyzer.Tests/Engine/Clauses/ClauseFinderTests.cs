using CsCheck;
using EcqAnalyzer.Engine.Clauses;
using EcqAnalyzer.Model;
using EcqAnalyzer.Tests.Support;

namespace EcqAnalyzer.Tests.Engine.Clauses;

public sealed class ClauseFinderTests
{
    [Theory]
    [InlineData("I/PRP led/VBD two/CD crews/NNS ./.", "led")]
    [InlineData("When/WRB I/PRP took/VBD over/RP ,/, the/DT agency/NN had/VBD/have nine/CD offices/NNS ./.", "had")]
    [InlineData("When/WRB a/DT problem/NN is/VBZ brought/VBN to/IN me/PRP I/PRP gather/VBP facts/NNS ./.", "gather")]
    [InlineData("When/WRB I/PRP found/VBD nobody/NN knew/VBD ,/, I/PRP asked/VBD ./.", "asked")]
    [InlineData("When/WRB I/PRP came/VBD and/CC saw/VBD ,/, they/PRP left/VBD ./.", "left")]
    [InlineData("Once/IN/once we/PRP knew/VBD what/WP it/PRP was/VBD ,/, we/PRP moved/VBD ,/, which/WDT was/VBD hard/JJ ./.", "moved")]
    [InlineData("Because/IN/because moving/VBG it/PRP was/VBD hard/JJ ,/, crews/NNS stayed/VBD ./.", "stayed")]
    [InlineData("After/IN/after leading/VBG it/PRP I/PRP wrote/VBD a/DT guide/NN ./.", "wrote")]
    [InlineData("The/DT office/NN that/WDT lost/VBD staff/NN closed/VBD ./.", "closed")]
    [InlineData("The/DT office/NN ,/, which/WDT lost/VBD staff/NN ,/, closed/VBD ./.", "closed")]
    [InlineData("The/DT clerk/NN who/WP had/VBD/have been/VBN/be hired/VBN left/VBD ./.", "left")]
    [InlineData("The/DT plan/NN I/PRP wrote/VBD saved/VBD money/NN ./.", "saved")]
    [InlineData("In/IN the/DT plan/NN I/PRP wrote/VBD in/IN May/NNP ,/, we/PRP moved/VBD two/CD desks/NNS ./.", "moved")]
    [InlineData("The/DT next/JJ year/NN we/PRP cut/VBD what/WP was/VBD wasted/VBN ./.", "cut")]
    [InlineData("The/DT results/NNS presented/VBD by/IN the/DT crew/NN were/VBD/be sound/JJ ./.", "were")]
    [InlineData("The/DT crew/NN (/-LRB- it/PRP was/VBD small/JJ )/-RRB- built/VBD it/PRP ./.", "built")]
    [InlineData("``/`` We/PRP did/VBD/do it/PRP ,/, ''/'' she/PRP said/VBD/say ./.", "said")]
    [InlineData("She/PRP said/VBD/say ,/, ``/`` We/PRP did/VBD/do it/PRP ./. ''/''", "said")]
    [InlineData("Built/VBN in/IN 1990/CD ,/, the/DT yard/NN leaked/VBD ./.", "leaked")]
    [InlineData("Led/VBD and/CC trained/VBD a/DT crew/NN ./.", "Led")]
    [InlineData("Related/VBD national/JJ studies/NNS have/VBP shown/VBN it/PRP ./.", "shown")]
    [InlineData("Ensured/VBD/ensure staff/NN had/VBD/have tools/NNS ./.", "Ensured")]
    [InlineData("If/IN/if it/PRP fails/VBZ ,/, please/UH/please call/VB me/PRP ./.", "call")]
    [InlineData("Result/NN :/: the/DT wait/NN fell/VBD/fall ./.", "fell")]
    public void The_main_verb_stands_outside_every_inner_clause(string sentence, string verb) =>
        Assert.Equal(verb, VerbOf(sentence));

    [Theory]
    [InlineData("The/DT crew/NN invited/VBN twelve/CD nurses/NNS ./.", "invited")]
    [InlineData("She/PRP asked/VBN ,/, and/CC we/PRP left/VBD ./.", "asked")]
    [InlineData("The/DT crew/NN trained/VBN their/PRP$ heirs/NNS ,/, and/CC it/PRP held/VBD ./.", "trained")]
    [InlineData("The/DT board/NN voted/VBN/vote to/TO close/VB it/PRP ,/, but/CC we/PRP stayed/VBD ./.", "voted")]
    [InlineData("Have/VBP the/DT crews/NNS built/VBN the/DT yard/NN ?/./?", "built")]
    [InlineData("The/DT boat/NN named/VBN/name the/DT Ode/NNP sank/VBD ./.", "sank")]
    [InlineData("Errors/NNS dropped/VBN by/IN half/NN ./.", "dropped")]
    [InlineData("My/PRP$ deputy/NN pleaded/VBN the/DT case/NN and/CC won/VBD ./.", "pleaded")]
    [InlineData("When/WRB the/DT server/NN failed/VBN ,/, we/PRP moved/VBD ./.", "moved")]
    [InlineData("Having/VBG/have visited/VBD the/DT yard/NN ,/, I/PRP closed/VBD it/PRP ./.", "closed")]
    public void A_past_tense_that_was_tagged_as_a_participle_is_found_by_its_place(string sentence, string verb) =>
        Assert.Equal(verb, VerbOf(sentence));

    [Theory]
    [InlineData("Clause reading and tagging")]
    [InlineData("Budget/NN and/CC finance/NN")]
    [InlineData("The/DT report/NN of/IN the/DT crew/NN")]
    [InlineData("Crew/NN honored/VBN by/IN the/DT mayor/NN")]
    [InlineData("Needed/VBN")]
    [InlineData("")]
    public void A_heading_has_no_verb(string sentence) => Assert.False(ClauseOf(sentence).HasVerb);

    [Theory]
    [InlineData("I/PRP led/VBD it/PRP", Tense.Past, Aspect.Simple, Voice.Active)]
    [InlineData("I/PRP have/VBP led/VBN it/PRP", Tense.Present, Aspect.Perfect, Voice.Active)]
    [InlineData("I/PRP had/VBD/have quietly/RB led/VBN it/PRP", Tense.Past, Aspect.Perfect, Voice.Active)]
    [InlineData("I/PRP was/VBD leading/VBG it/PRP", Tense.Past, Aspect.Progressive, Voice.Active)]
    [InlineData("I/PRP have/VBP been/VBN/be leading/VBG it/PRP", Tense.Present, Aspect.Progressive | Aspect.Perfect, Voice.Active)]
    [InlineData("It/PRP was/VBD led/VBN by/IN us/PRP", Tense.Past, Aspect.Simple, Voice.Passive)]
    [InlineData("It/PRP has/VBZ/have been/VBN/be led/VBN by/IN us/PRP", Tense.Present, Aspect.Perfect, Voice.Passive)]
    [InlineData("It/PRP was/VBD ,/, however/RB ,/, led/VBN by/IN us/PRP", Tense.Past, Aspect.Simple, Voice.Passive)]
    [InlineData("It/PRP will/MD be/VB led/VBN by/IN us/PRP", Tense.Future, Aspect.Simple, Voice.Passive)]
    [InlineData("I/PRP am/VBP going/VBG/go to/TO lead/VB it/PRP", Tense.Future, Aspect.Progressive, Voice.Active)]
    [InlineData("I/PRP did/VBD/do lead/VB it/PRP", Tense.Past, Aspect.Simple, Voice.Active)]
    [InlineData("Manages/VBZ the/DT yard/NN", Tense.Present, Aspect.Simple, Voice.Active)]
    public void Tense_aspect_and_voice_are_those_of_the_whole_verb(string sentence, Tense tense, Aspect aspect, Voice voice)
    {
        var clause = ClauseOf(sentence);
        Assert.Equal($"{tense} {aspect} {voice}", $"{clause.Tense} {clause.Aspect} {clause.Voice}");
    }

    [Theory]
    [InlineData("I/PRP can/MD lead/VB it/PRP", Modality.Ability)]
    [InlineData("I/PRP might/MD lead/VB it/PRP", Modality.Possibility)]
    [InlineData("I/PRP must/MD lead/VB it/PRP", Modality.Obligation)]
    [InlineData("I/PRP had/VBD/have to/TO lead/VB it/PRP", Modality.Obligation)]
    [InlineData("I/PRP would/MD lead/VB it/PRP", Modality.Condition)]
    [InlineData("I/PRP led/VBD it/PRP", Modality.None)]
    public void Modal_verbs_say_how_real_it_is(string sentence, Modality modality) => Assert.Equal(modality, ClauseOf(sentence).Modality);

    [Theory]
    [InlineData("I/PRP did/VBD/do n't/RB lead/VB it/PRP", true)]
    [InlineData("I/PRP never/RB led/VBD it/PRP", true)]
    [InlineData("We/PRP no/RB longer/RB wait/VBP", true)]
    [InlineData("It/PRP was/VBD not/RB led/VBN", true)]
    [InlineData("I/PRP quickly/RB led/VBD it/PRP", false)]
    public void A_verb_may_be_denied(string sentence, bool isNegated) => Assert.Equal(isNegated, ClauseOf(sentence).IsNegated);

    [Theory]
    [InlineData("I/PRP led/VBD it/PRP", SubjectKind.I, Person.I)]
    [InlineData("The/DT board/NN and/CC I/PRP led/VBD it/PRP", SubjectKind.I, Person.I)]
    [InlineData("We/PRP led/VBD it/PRP", SubjectKind.We, Person.We)]
    [InlineData("My/PRP$ two/CD new/JJ deputies/NNS/deputy led/VBD it/PRP", SubjectKind.We, Person.We)]
    [InlineData("Our/PRP$ plan/NN won/VBD it/PRP", SubjectKind.Thing, Person.None)]
    [InlineData("You/PRP led/VBD it/PRP", SubjectKind.You, Person.Other)]
    [InlineData("She/PRP led/VBD it/PRP", SubjectKind.Person, Person.Other)]
    [InlineData("Ms./NNP Ode/NNP led/VBD it/PRP", SubjectKind.Person, Person.Other)]
    [InlineData("The/DT incumbent/NN leads/VBZ it/PRP", SubjectKind.Person, Person.Other)]
    [InlineData("The/DT agency/NN led/VBD it/PRP", SubjectKind.Group, Person.Other)]
    [InlineData("The/DT EPA/NNP led/VBD it/PRP", SubjectKind.Group, Person.Other)]
    [InlineData("Department/NNP of/IN Ferries/NNPS led/VBD it/PRP", SubjectKind.Group, Person.Other)]
    [InlineData("The/DT wait/NN fell/VBD/fall by/IN half/NN", SubjectKind.Thing, Person.None)]
    [InlineData("Processing/VBG time/NN fell/VBD/fall", SubjectKind.Thing, Person.None)]
    [InlineData("This/DT saved/VBD money/NN", SubjectKind.Thing, Person.None)]
    [InlineData("There/EX were/VBD/be nine/CD crews/NNS", SubjectKind.There, Person.None)]
    [InlineData("Led/VBD two/CD crews/NNS", SubjectKind.Dropped, Person.I)]
    [InlineData("Quietly/RB led/VBD two/CD crews/NNS", SubjectKind.Dropped, Person.I)]
    [InlineData("•/NFP Led/VBD two/CD crews/NNS", SubjectKind.Dropped, Person.I)]
    [InlineData("Manages/VBZ two/CD crews/NNS", SubjectKind.Dropped, Person.None)]
    public void The_subject_tells_whose_deed_it_is(string sentence, SubjectKind kind, Person person)
    {
        var clause = ClauseOf(sentence);
        Assert.Equal($"{kind} {person}", $"{clause.SubjectKind} {clause.Person}");
    }

    [Theory]
    [InlineData("Manage/VB the/DT motor/NN pool/NN", ClauseForm.Imperative)]
    [InlineData("Leading/VBG two/CD crews/NNS", ClauseForm.Gerund)]
    [InlineData("Awarded/VBN by/IN the/DT mayor/NN", ClauseForm.Participle)]
    [InlineData("To/TO lead/VB two/CD crews/NNS", ClauseForm.Infinitive)]
    [InlineData("Did/VBD/do the/DT crews/NNS meet/VB ?/./?", ClauseForm.Question)]
    [InlineData("What/WP did/VBD/do we/PRP learn/VB ?/./?", ClauseForm.Question)]
    [InlineData("Reviewed/VBN 40/CD cases/NNS", ClauseForm.Finite)]
    public void The_form_tells_lines_of_lists_from_sentences(string sentence, ClauseForm form) => Assert.Equal(form, ClauseOf(sentence).Form);

    [Theory]
    [InlineData("Led/VBD two/CD crews/NNS", true)]
    [InlineData("I/PRP have/VBP led/VBN it/PRP", true)]
    [InlineData("It/PRP was/VBD led/VBN", false)]
    [InlineData("I/PRP was/VBD chief/NN of/IN it/PRP", false)]
    [InlineData("I/PRP lead/VBP it/PRP", false)]
    [InlineData("There/EX was/VBD a/DT chief/NN", true)]
    public void A_deed_is_past_and_active_and_no_link(string sentence, bool isDeed) => Assert.Equal(isDeed, ClauseOf(sentence).IsPastActive);

    [Fact]
    public void Any_tokens_give_a_clause_with_places_inside_the_sentence() => TokenSoup.Gen.Sample(soup =>
    {
        var clause = ClauseFinder.Find(soup.Tokens, soup.Text);
        Assert.All(new[] { clause.Verb, clause.Auxiliary, clause.Subject }, place => Assert.InRange(place ?? 0, 0, Math.Max(0, soup.Tokens.Length - 1)));
        Assert.Equal(clause.Form == ClauseForm.Verbless, !clause.HasVerb);
        Assert.Equal(clause, ClauseFinder.Find(soup.Tokens, soup.Text));
    });

    [Fact]
    public void A_sentence_of_a_hundred_thousand_words_is_read()
    {
        // Openers, brackets and participles that never come to an end must not make the scan begin again and again.
        var words = string.Join(' ', Enumerable.Repeat("(/-LRB- dogs/NNS I/PRP when/WRB fell/VBN by/IN that/IN ,/,", 12_500));
        var sentence = DocumentBuilder.From(words).Sentences[0];
        Assert.False(sentence.Clause.HasVerb);
    }

    private static string? VerbOf(string sentence)
    {
        var document = DocumentBuilder.From(sentence);
        return document.Sentences[0].Verb?.Span.Of(document.Draft.Text).ToString();
    }

    private static Clause ClauseOf(string sentence) => DocumentBuilder.From(sentence).Sentences[0].Clause;
}
