# DOC-05 : mandat et prénotification
mandate-title = Votre mandat de domiciliation
mandate-intro = Vous autorisez { $creditor } à prélever la prime sur votre compte. Gardez bien cette confirmation.
mandate-reference = Mandat
creditor-id = Identifiant du créancier
creditor = Créancier
mandate-signed = Signé le
debits-title = Ce que nous prélevons
mandate-announced = Si le montant ou le jour change, nous vous le disons au moins { $term } avant.
mandate-rights-title = Vos droits
mandate-right-refund = Vous n’êtes pas d’accord avec un prélèvement ? Vous pouvez demander à votre banque de vous rembourser dans les 8 semaines.
mandate-right-stop = Vous pouvez toujours retirer votre mandat. Convenez alors avec nous d’une autre façon de payer la prime, car l’assurance continue.
mandate-change = Votre numéro de compte change ? Modifiez-le dans Mon Harmony.
announced-title = Nous allons bientôt prélever votre prime
announced-intro = Nous prélevons cette prime sur le compte { $account } :
announced-again = Le dernier prélèvement n’a pas réussi. Nous essayons encore une fois sur le compte { $account } :
announced-enough = Veillez à avoir assez d’argent sur votre compte. Vous ne devez rien faire d’autre.
announced-details = Données du prélèvement

# DOC-05
invoice-title = Facture : votre prime
invoice-intro = Vous payez votre prime vous-même, par virement. Voici la prime à payer maintenant :
invoice-came-back = Nous n’avons pas pu prélever votre prime. Nous n’essaierons plus. Veuillez virer ce montant vous-même.
invoice-other-account = Votre banque nous signale que la prime ne peut pas être prélevée sur votre compte : il est peut-être clôturé ou bloqué. Nous n’essaierons plus sur ce compte. Veuillez virer ce montant vous-même.
invoice-mandate-ended = Nous n’utilisons plus votre mandat de domiciliation. Veuillez virer ce montant vous-même.
invoice-line = Prime du { $from } au { $to } inclus
invoice-tax = Ce montant comprend { $tax } de taxe sur les assurances.
invoice-by = Si vous payez au plus tard le { $day }, vous ne recevez pas de rappel.
invoice-soon = Veuillez payer ce montant dès que possible. Un rappel n’est alors pas nécessaire.
invoice-else-title = Bon à savoir
invoice-debit = Voulez-vous que nous prélevions la prime sur votre compte à l’avenir ? Indiquez votre compte dans Mon Harmony.

# DOC-06 : rappel, Pays-Bas
reminder-title = Rappel : votre prime n’est pas encore payée
reminder-intro = Nous n’avons pas reçu votre prime. Vous l’avez peut-être oubliée, ou le prélèvement n’a pas réussi. Voici ce que vous devez encore payer :
reminder-term-title = Payez { $amount } dans les { $term }
reminder-term = Les { $term } commencent le jour après celui où vous recevez cette lettre. Nous supposons que vous la recevez le { $received }. Vous pouvez alors payer jusqu’au { $last } inclus. Si vous la recevez plus tard, vous avez aussi plus de temps.
reminder-consequences-title = Si vous ne payez pas à temps
reminder-cover = Vous n’êtes alors plus assuré pour un dommage qui survient après ces { $term }. Si vous avez reçu la lettre le jour indiqué ci-dessus, c’est à partir du { $stops }. Vous ne recevrez pas d’autre rappel à ce sujet.
reminder-costs = Vous devez alors aussi payer des frais de recouvrement. Leur montant exact est { $costs }. Vous ne payez pas ces frais si vous payez dans les { $term }.
reminder-costs-vat = Vous devez alors aussi payer des frais de recouvrement. Leur montant exact est { $costs }, dont { $vat } de TVA que nous ne pouvons pas récupérer. Vous ne payez pas ces frais si vous payez dans les { $term }.
reminder-earlier = Encore dû d’après nos lettres précédentes, avec leurs frais
reminder-interest = Nous pouvons alors aussi demander les intérêts légaux sur le montant.
reminder-owed = Vous devez toujours payer la prime, aussi pour le temps où vous n’êtes pas assuré.
reminder-back = Si vous payez tout plus tard, avec les frais, vous êtes de nouveau assuré { $back } après la réception de l’argent. Nous ne payons jamais un dommage survenu entre-temps, même si vous payez plus tard.
reminder-end = Si le prélèvement échoue plusieurs fois, nous pouvons mettre fin à l’assurance.
reminder-help-title = Pouvons-nous vous aider ?
reminder-paid = Vous avez déjà payé ? Vous ne devez rien faire. Notre lettre et votre paiement se sont croisés.
reminder-trouble = Vous ne pouvez pas tout payer en une fois ? Appelez-nous. Nous cherchons une solution avec vous.
reminder-disagree = Vous n’êtes pas d’accord avec le montant ? Dites-le-nous dès que possible.
reminder-law = Cette lettre est le rappel de l’article 7:934 et de l’article 6:96, alinéa 6, du Code civil néerlandais.

# DOC-06, Belgium: the free first reminder (LAW-BE-COL-02, -03)
first-title = Premier rappel : votre prime n’est pas encore payée
first-intro = Nous n’avons pas encore reçu votre prime. Vous l’avez peut-être oubliée, ou le paiement n’a pas réussi. Voici ce que vous devez encore payer :
first-term-title = Payez { $amount } jusqu’au { $last } inclus
first-term = Ce rappel est gratuit. Vous ne payez pas de frais, et rien ne change à votre assurance.
first-after = Nous vous envoyons alors une lettre recommandée. Elle indique combien de jours il vous reste, et à partir de quand vous n’êtes plus assuré si vous ne payez toujours pas.
first-costs = Selon le contrat, vous payez alors aussi { $costs } de frais de recouvrement.
first-law = Cette lettre est le premier rappel gratuit du livre XIX du Code de droit économique.

# DOC-07 : mise en demeure, Belgique
notice-title = Mise en demeure : votre prime n’est pas encore payée
notice-intro = Nous vous avons déjà rappelé votre prime, mais nous n’avons pas reçu de paiement. Par cette lettre recommandée, nous vous mettons en demeure. Voici ce que vous devez encore payer :
notice-extra = Encore dû d’après nos lettres précédentes, avec frais et intérêts
notice-term-title = Payez { $amount } dans les { $term }
notice-term = Nous déposons cette lettre à la poste le { $deposited }. Les { $term } commencent le jour suivant. Vous pouvez payer jusqu’au { $last } inclus.
notice-suspended = Votre garantie est alors suspendue à partir du { $from }. Vous n’êtes pas assuré pour un dommage qui survient après.
notice-costs = Vous devez alors aussi payer des frais de recouvrement, comme le prévoit le contrat. Leur montant exact est { $costs }. Vous ne payez pas ces frais si vous payez dans les { $term }.
notice-owed = Vous devez toujours payer la prime.
notice-back = Si vous payez tout ensuite, la suspension prend fin, au plus tard { $back } après la réception de l’argent. Nous ne payons pas un dommage survenu pendant la suspension.
notice-end = Nous nous réservons le droit de résilier le contrat si vous ne payez pas. Cela est possible au plus tôt le { $date }.
notice-later-premiums = Vous devez aussi les primes qui viennent à échéance pendant la suspension, comme la loi le prévoit.
notice-law = Cette lettre est la mise en demeure de l’article 70 de la loi belge du 4 avril 2014 relative aux assurances.

# DOC-08 : pas de couverture, de nouveau couvert
suspended-title = Vous n’êtes pas assuré en ce moment
suspended-intro = Vous avez reçu une lettre de notre part sur votre prime. Le délai de paiement est passé et nous n’avons pas reçu l’argent.
suspended-since-title = Vous n’êtes pas assuré à partir du { $since }
suspended-since = Nous ne payons pas un dommage qui survient à partir de ce moment. Même si vous payez plus tard.
suspended-costs = Frais de recouvrement
suspended-interest = Intérêts légaux jusqu’à aujourd’hui
suspended-again-title = Comment être de nouveau assuré
suspended-again = Payez le montant total de { $amount }. Vous êtes alors de nouveau assuré { $back } après sa réception. Payer une partie ne suffit pas.
suspended-end = Si vous ne payez pas, nous pouvons mettre fin à l’assurance.
reinstated-title = Vous êtes de nouveau assuré
reinstated-intro = Merci pour votre paiement de { $amount }. Nous l’avons reçu le { $at }.
reinstated-from-title = Vous êtes de nouveau assuré à partir du { $from }
reinstated-gap = Entre le { $gap } et le { $from }, vous n’étiez pas assuré. Nous ne payons pas un dommage survenu pendant ce temps.
reinstated-next = Veillez à avoir assez d’argent sur votre compte pour le prochain prélèvement. Vous restez alors assuré.

# Prime en retard en plusieurs fois, une pause, une couverture qui n’avait pas cessé
plan-title = Votre plan de paiement
plan-intro = Nous avons convenu que vous payez votre prime en retard en plusieurs fois. Voici les montants et les dates :
plan-part = Au plus tard le { $on }
plan-total = Au total
plan-off = Le plan ne rétablit pas tout de suite votre couverture. Vous êtes de nouveau assuré { $back } après la réception du montant total. Vous pouvez toujours payer plus tôt.
plan-meanwhile-title = Ce que cela signifie
plan-no-reminder = Tant que vous payez chaque part à temps, vous ne recevez pas de rappel pour ce montant et vous ne payez pas d’intérêts.
plan-coming = La prime qui arrive à échéance à partir de maintenant ne fait pas partie du plan. Vous la payez comme d’habitude.
plan-late = Une part manque encore { $grace } après sa date ? Le plan prend alors fin et nous vous demandons le reste en une fois.
plan-trouble = Vous ne pouvez pas payer une part ? Appelez-nous avant cette date. Nous chercherons une solution ensemble.
plan-pay-title = Comment payer la première part
plan-broken-title = Votre plan de paiement a pris fin
plan-broken-intro = Nous n’avons pas reçu une part de votre plan de paiement. Le plan a donc pris fin. Vous devez encore payer { $amount }.
plan-broken-next = Payez ce montant maintenant. Sinon, nous vous envoyons un rappel. Il indique de combien de temps vous disposez et ce qui se passe ensuite.
pause-title = Pas de rappels pour le moment
pause-complaint = Vous nous avez adressé une plainte sur votre prime. Nous l’examinons d’abord.
pause-error = Nous avons peut-être fait une erreur avec votre prime. Nous vérifions d’abord.
pause-dispute = Vous nous avez dit que vous n’êtes pas d’accord avec ce que nous demandons. Nous l’examinons d’abord.
pause-hardship = Vous nous avez dit que vous ne pouvez pas payer votre prime pour le moment. Nous vous donnons du temps.
pause-until = Jusqu’au { $until } inclus, vous ne recevez pas de rappel de notre part pour votre prime.
pause-term = Le dernier rappel que vous avez reçu ne compte plus. Il ne vous fait pas perdre votre couverture.
pause-off = Cela ne change pas tout seul. Vous êtes de nouveau assuré après avoir tout payé.
pause-owed = La prime reste due, sauf si nous vous disons autre chose. Vous pouvez toujours payer plus tôt.
not-stopped-letter = Vous êtes resté assuré
not-stopped-intro = Nous vous avons écrit que vous n’étiez plus assuré, parce que votre prime était en retard. Ce n’était pas exact. Notre rappel ne vous est jamais parvenu : il ne compte donc pas. Nous vous présentons nos excuses.
not-stopped-intro-ours = Nous vous avons écrit que vous n’étiez plus assuré, parce que votre prime était en retard. Ce n’était pas exact : notre rappel était une erreur de notre part et ne compte donc pas. Nous vous présentons nos excuses.
not-stopped-title = Vous avez été assuré tout le temps
not-stopped = La couverture n’a pas cessé le { $told }. Elle continue.
not-stopped-damage = Quelque chose est arrivé à votre appareil pendant ce temps ? Déclarez-le-nous. Nous considérons ce temps comme assuré.
not-stopped-open-title = Votre prime
not-stopped-open = Cette prime n’est pas encore payée. Si elle reste ouverte, vous recevrez un nouveau rappel avec un nouveau délai.
stops-later-letter = Votre couverture cesse plus tard que nous ne l’avons écrit
stops-later-intro = Vous avez reçu notre rappel plus tard que nous ne le pensions. Vous avez donc aussi plus de temps pour payer.
stops-later-title = Vous êtes assuré jusqu’au { $stops }
stops-later = Nous avons écrit que vous n’étiez pas assuré à partir du { $told }. C’était trop tôt. Si tout n’est pas payé à temps, la couverture cesse le { $stops }.
