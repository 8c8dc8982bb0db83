using EcqAnalyzer.Model;

namespace EcqAnalyzer.Engine.Clauses;

/// <summary>Where the main verb begins and the head of its subject. <see cref="IsMissedPast"/>: the verb is tagged as a
/// participle and stands where only a past tense can.</summary>
internal readonly record struct MainVerb(int? Verb, int? Subject, bool IsMissedPast);

/// <summary>One pass from the first word on to the main verb.</summary>
internal ref struct MainVerbScan
{
    private readonly SentenceFrame _frame;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly ReadOnlySpan<WordSort> _sorts;
    private readonly int _start;

    /// <summary>Clauses that were opened and still owe their verb.</summary>
    private int _owed;

    /// <summary>A verb was claimed by an inner clause since the last comma and subject: "when I came and saw".</summary>
    private bool _isInside;

    /// <summary>The sentence opens with an inner clause, and its comma has not been met.</summary>
    private bool _isFronted;

    private bool _isInPhrase;
    private int? _subject;

    /// <summary>A participle without auxiliary that follows the subject; the verb, if no other is found.</summary>
    private int? _participle;
    private int? _participleSubject;
    private bool _isSureParticiple;

    /// <summary>The verb of "if it fails, call me"; the main one, if no other is found.</summary>
    private int? _command;

    /// <summary>The first verb that an inner clause claimed, and the subject of "the plan I wrote": the main ones, if no other
    /// verb is found.</summary>
    private int? _claimed;
    private int? _contactFrom;

    public MainVerbScan(ReadOnlySpan<Token> tokens, ReadOnlySpan<WordSort> sorts, int start)
    {
        _tokens = tokens;
        _sorts = sorts;
        _start = start;
        _frame = new SentenceFrame(tokens, sorts, start);
    }

    public MainVerb Find()
    {
        for (var i = _frame.AfterQuotation(); i < _sorts.Length; i++)
        {
            var sort = _sorts[i];
            if (_command is { } asked && _tokens[asked].Lemma == "let")
            {
                return new MainVerb(asked, null, false);
            }

            if (_participle is { } whole && _isSureParticiple && _tokens[i].Lemma == ";")
            {
                return new MainVerb(whole, _participleSubject, true);
            }

            if (sort.IsFinite())
            {
                if (IsMain(i))
                {
                    return _participle is { } earlier && IsJoinedTo(i)
                        ? new MainVerb(earlier, _participleSubject, true)
                        : new MainVerb(i, _frame.PronounBefore(i) ?? _subject, false);
                }

                // The inner clause's verb with all its words.
                i = VerbGroup.Read(_tokens, _sorts, i).Verb;
                continue;
            }

            i = Pass(i, sort);
        }

        return _participle is { } missed && (_isSureParticiple || _frame.EndsWithStop)
            ? new MainVerb(missed, _participleSubject, true)
            : _command is { } command ? new MainVerb(command, null, false)
            : _claimed is { } claimed && (_contactFrom is not null || IsOpener(_sorts[_start]))
                ? new MainVerb(claimed, _frame.PronounBefore(claimed) ?? _subject, false)
                : default;
    }

    private int Pass(int i, WordSort sort)
    {
        switch (sort)
        {
            case WordSort.Open:
                return _frame.EndOfBrackets(i);
            case WordSort.Comma:
                EndPart(i);
                break;
            case WordSort.Break:
                _owed = 0;
                _isInside = false;
                _isFronted = false;
                _isInPhrase = false;
                _subject = null;
                break;
            case WordSort.Relative or WordSort.Subordinator:
                OpenClause(i, sort);
                break;
            case WordSort.Preposition or WordSort.To:
                _isInPhrase = true;
                break;
            case WordSort.Pronoun or WordSort.There:
                MeetPronoun(i);
                break;
            case WordSort.Noun when i + 1 == _sorts.Length || _sorts[i + 1] != WordSort.Noun && _tokens[i + 1].Tag != "POS":
                MeetNoun(i);
                break;
            case WordSort.Base when _owed == 0 && _frame.BeforeAdverbs(i) is var before && before >= _start
                && (_sorts[before] == WordSort.Comma || _tokens[before].Lemma == "please"):
                _command ??= i;
                break;
            case WordSort.Modifier when _frame.IsAlone(i):
                MeetNoun(i);
                break;
            case WordSort.Participle:
                MeetParticiple(i);
                break;
        }

        return i;
    }

    /// <summary>A comma ends what stands before the main clause: "In 2019, the agency", "Leading the team, I".</summary>
    private void EndPart(int i)
    {
        _isInPhrase = false;
        var beginsClause = i + 1 < _sorts.Length
            && _sorts[i + 1] is WordSort.Pronoun or WordSort.There or WordSort.Noun or WordSort.Modifier or WordSort.Adverb
                or WordSort.Preposition or WordSort.Ing;

        // "Since the merger, the office": the word was a preposition after all.
        if (_isFronted && _owed == 1 && _claimed is null && beginsClause && MayBePreposition(_tokens[_start].Lemma))
        {
            _owed = 0;
            _isFronted = false;
        }

        if (_owed == 0)
        {
            _isFronted &= !(_claimed is not null && beginsClause);
            _isInside = false;
        }

        if (_sorts[_start] is WordSort.Ing or WordSort.Participle or WordSort.To or WordSort.Preposition or WordSort.Subordinator or WordSort.Adverb)
        {
            _subject = null;
        }
    }

    private static bool MayBePreposition(string lemma) =>
        lemma is "after" or "before" or "since" or "until" or "till" or "as" or "than" or "like" or "once";

    private void OpenClause(int i, WordSort sort)
    {
        var next = VerbGroup.SkipAdverbs(_tokens, _sorts, i + 1);
        if (next >= _sorts.Length || _frame.IsPhraseOpener(i, next, sort))
        {
            _isInPhrase = true;
            return;
        }

        // "even though", "as if", "so that": one clause.
        if (i > _start && _sorts[i - 1] == WordSort.Subordinator)
        {
            return;
        }

        if (_frame.AsksWith(i, next))
        {
            return;
        }

        _owed++;
        _isFronted |= i == _start;
        _isInPhrase = false;
    }

    private void MeetPronoun(int i)
    {
        _isInPhrase = false;
        if (_owed > 0)
        {
            return;
        }

        if (i > _start && _sorts[i - 1] == WordSort.Noun && IsContact(i))
        {
            _owed++;
            _contactFrom ??= i;
            return;
        }

        _isInside = false;
        _subject = i;
    }

    /// <summary>"The plan I wrote saved", "In the plan I wrote, we": a clause without its "that".</summary>
    private readonly bool IsContact(int i)
    {
        if (i >= _frame.NextToLastVerb || SubjectWords.IsTime(_tokens[i - 1]) && _tokens[i - 1].Lemma != "time")
        {
            return false;
        }

        return _subject == i - 1 || (_subject is null && _frame.IsEndedByPronoun(i));
    }

    private void MeetNoun(int i)
    {
        if (_isInPhrase)
        {
            _isInPhrase = false;
        }
        else if (_owed == 0 && _subject is null)
        {
            _subject = i;
        }
    }

    private void MeetParticiple(int i)
    {
        var before = _frame.BeforeAdverbs(i);
        var after = i + 1 < _sorts.Length ? i + 1 : i;
        var hasObject = _sorts[after] is WordSort.Modifier or WordSort.Other;
        if (before < _start || !MayStandBefore(before, hasObject))
        {
            return;
        }

        if (_owed > 0)
        {
            // "When the server failed, we": only a verb that the tagger missed fills this place.
            if (_isFronted && _sorts[after] == WordSort.Comma && _claimed is null)
            {
                Claim(i);
            }

            return;
        }

        if (_participle is null && _subject is { } subject && !_frame.IsBeforeDoer(after) && !IsUsuallyReduced(_tokens[i].Lemma))
        {
            _participle = i;
            _participleSubject = subject;
            _isSureParticiple = subject == before
                && (hasObject || _tokens[after].Lemma == "by" || _sorts[before] == WordSort.Pronoun);
        }
    }

    /// <summary>What a past tense that was tagged as a participle can follow; "The chief, Ms. Ode, invited nine" only if it has
    /// an object.</summary>
    private readonly bool MayStandBefore(int before, bool hasObject) => _sorts[before] switch
    {
        WordSort.Noun or WordSort.Pronoun or WordSort.Close or WordSort.Other => true,
        WordSort.Comma => hasObject,
        _ => _subject == before,
    };

    private static bool IsUsuallyReduced(string lemma) =>
        lemma is "compare" or "base" or "relate" or "locate" or "date" or "entitle" or "name" or "call" or "title" or "require" or "need";

    private static bool IsOpener(WordSort sort) => sort is WordSort.Relative or WordSort.Subordinator;

    private void Claim(int i)
    {
        _owed--;
        _isInside = true;
        _claimed ??= i;
    }

    private bool IsMain(int i)
    {
        if (_owed > 0)
        {
            Claim(i);
            return false;
        }

        var before = _frame.BeforeAdverbs(i);
        var isJoined = before >= _start && _sorts[before] is WordSort.And or WordSort.Comma;
        if (_isInside && isJoined && i < _frame.LastVerb)
        {
            return false;
        }

        // "When I found nobody knew, I acted": all before the last comma that a verb follows belongs to the opening clause.
        if (_isFronted && i < _frame.LastClauseComma)
        {
            return false;
        }

        return !_frame.IsReduced(i, before);
    }

    /// <summary>The verb goes on after an earlier one: "pleaded with him, but he replied", "confessed it and gave".</summary>
    private readonly bool IsJoinedTo(int i)
    {
        var before = _frame.BeforeAdverbs(i);
        if (before > _participle && _sorts[before] == WordSort.Pronoun)
        {
            before--;
        }

        return before > _participle && _sorts[before] == WordSort.And && _isSureParticiple;
    }
}
